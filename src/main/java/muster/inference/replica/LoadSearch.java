package muster.inference.replica;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import muster.inference.queue.OpenLoop;
import muster.inference.queue.Served;
import muster.inference.step.Deployment;
import muster.unit.NumberText;

/**
 * How many replicas of each layout serve a load within its limits. The most that one serves is searched by halving, since first
 * tokens and tokens take longer at every higher rate.
 */
final class LoadSearch {
    private static final double MOST_LOAD = 0.9;
    private static final int HALVINGS = 14;
    private static final double MOST_REPLICAS = 1e6;
    // Of a search: what the least loaded replica is asked for, as a part of its saturation.
    private static final double IDLE = 1e-3;

    private final ModelOnChip setup;
    private final ReplicaRequest request;
    private final LoadTarget target;

    private double bestFirstToken = Double.POSITIVE_INFINITY;
    private double bestToken = Double.POSITIVE_INFINITY;

    /**
     * A search.
     *
     * @param setup the model on the chip
     * @param request what is asked of a replica
     * @param target the load
     */
    LoadSearch(ModelOnChip setup, ReplicaRequest request, LoadTarget target) {
        this.setup = setup;
        this.request = request;
        this.target = target;
    }

    /** A layout with the rate at which it saturates. */
    private record Candidate(Deployment layout, OpenLoop loop, double saturation) {
        double perChip() {
            return saturation / layout.chips();
        }
    }

    /**
     * The layouts that serve the load, fewest chips first.
     *
     * @param most how many of them; layouts that cannot be among them are not searched
     */
    List<LoadAnswer> answers(int most) {
        List<Candidate> candidates = new ArrayList<>();
        new Layouts(setup, request.maxReplicaChips())
                .decode(request.maxStages(), false, layout -> candidate(layout).ifPresent(candidates::add));
        candidates.sort(Comparator.comparingDouble(Candidate::perChip)
                .reversed()
                .thenComparingInt(one -> one.layout().chips()));
        List<LoadAnswer> answers = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (answers.size() < most
                    || fewest(candidate) < answers.get(most - 1).chips()) {
                answer(candidate).ifPresent(answers::add);
                answers.sort(Comparator.comparingInt(LoadAnswer::chips)
                        .thenComparingDouble(answer -> answer.served().requestSeconds()));
            }
        }
        return List.copyOf(answers.subList(0, Math.min(most, answers.size())));
    }

    /** Why no layout serves the load, in words without numbers of the limits. */
    String reason() {
        if (Double.isInfinite(bestToken)) {
            return setup.tooSmall(request);
        }
        if (target.tokenSeconds().isPresent()
                && bestToken > target.tokenSeconds().getAsDouble()) {
            return "tpot binds: no replica has less than %s ms".formatted(shown(bestToken));
        }
        return target.firstTokenSeconds().isPresent()
                        && bestFirstToken > target.firstTokenSeconds().getAsDouble()
                ? "ttft binds: no replica within the other limits has less than %s ms".formatted(shown(bestFirstToken))
                : "saturation binds: a million replicas are not enough";
    }

    private static String shown(double seconds) {
        return NumberText.rounded(1e3 * seconds, 3);
    }

    private Optional<Candidate> candidate(Deployment layout) {
        return ReplicaQueue.of(setup, layout, request, target.cachedTokens())
                .map(loop -> {
                    OpenLoop open = new OpenLoop(loop);
                    return new Candidate(layout, open, open.saturation());
                })
                .filter(candidate -> candidate.saturation() > 0 && Double.isFinite(candidate.saturation()));
    }

    private double fewest(Candidate candidate) {
        return Math.ceil(target.rate() / (MOST_LOAD * candidate.saturation()))
                * candidate.layout().chips();
    }

    private Optional<LoadAnswer> answer(Candidate candidate) {
        double least = IDLE * candidate.saturation();
        Optional<Served> idle = candidate.loop().at(least);
        idle.ifPresent(served -> {
            bestToken = Math.min(bestToken, served.tokenSeconds());
            if (binds(served) != LoadAnswer.Binds.TPOT) {
                bestFirstToken = Math.min(bestFirstToken, served.timeToFirstTokenSeconds());
            }
        });
        if (idle.isEmpty() || binds(idle.get()) != LoadAnswer.Binds.NOTHING) {
            return Optional.empty();
        }
        double most = MOST_LOAD * candidate.saturation();
        LoadAnswer.Binds binds = LoadAnswer.Binds.SATURATION;
        double low = least;
        double high = most;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = i == 0 ? most : (low + high) / 2;
            LoadAnswer.Binds found =
                    candidate.loop().at(middle).map(this::binds).orElse(LoadAnswer.Binds.SATURATION);
            if (found == LoadAnswer.Binds.NOTHING) {
                low = middle;
                if (i == 0) {
                    break;
                }
            } else {
                high = middle;
                binds = found;
            }
        }
        if (target.rate() / low > MOST_REPLICAS) {
            return Optional.empty();
        }
        int replicas = Math.max(1, (int) Math.ceil(target.rate() / low - 1e-9));
        double rate = target.rate() / replicas;
        LoadAnswer.Binds why = replicas == 1 ? LoadAnswer.Binds.NOTHING : binds;
        return candidate.loop().at(rate).map(served -> new LoadAnswer(candidate.layout(), replicas, served, why));
    }

    private LoadAnswer.Binds binds(Served served) {
        if (target.tokenSeconds().isPresent()
                && served.tokenSeconds() > target.tokenSeconds().getAsDouble()) {
            return LoadAnswer.Binds.TPOT;
        }
        return target.firstTokenSeconds().isPresent()
                        && served.timeToFirstTokenSeconds()
                                > target.firstTokenSeconds().getAsDouble()
                ? LoadAnswer.Binds.TTFT
                : LoadAnswer.Binds.NOTHING;
    }
}
