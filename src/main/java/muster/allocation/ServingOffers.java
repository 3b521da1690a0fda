package muster.allocation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import muster.allocation.search.OptimalPlan;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Problems;
import muster.diagnostic.Severity;
import muster.hardware.Chip;
import muster.inference.calibration.Calibration;
import muster.inference.calibration.DatedEngine;
import muster.inference.calibration.Regime;
import muster.inference.calibration.Unseen;
import muster.inference.replica.Encodings;
import muster.inference.replica.Frontier;
import muster.inference.replica.ModelOnChip;
import muster.inference.replica.OperatingPoint;
import muster.inference.replica.SearchedModel;
import muster.uncertainty.CorrelationGroup;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.uncertainty.Uncertain;
import muster.uncertainty.distribution.LogNormal;
import muster.unit.NumberText;
import muster.unit.Unit;
import org.jspecify.annotations.Nullable;

/** Every way to serve a model on a chip that is fast enough; searched when first asked for. */
final class ServingOffers {
    private static final int MOST_DIGITS = 10;
    private static final String ERROR = AllocationFigures.SERVE_ERROR;
    private static final Source RESIDUAL = Source.of(
            "calibration",
            "the standard deviation of the logarithm of measured over modelled speed, on chips that the fit did not see",
            Tier.DERIVED);

    private final ServingTerms serve;
    private final Map<String, Chip> chips;
    private final List<CandidateModel> models;
    private final List<Encodings> formats;
    private final ServingSearch search;
    private @Nullable List<Found> found;
    private int searches;

    /** What was found for a model on a chip in a format: offers, or why there are none. */
    private record Found(List<ServingOffer> offers, String refusal, Optional<String> caution) {
        Found(List<ServingOffer> offers, String refusal) {
            this(offers, refusal, Optional.empty());
        }
    }

    ServingOffers(
            ServingTerms serve,
            Map<String, Chip> chips,
            List<CandidateModel> models,
            List<Encodings> formats,
            Calibration calibration,
            DatedEngine engine) {
        this.serve = serve;
        this.chips = new LinkedHashMap<>(chips);
        this.models = List.copyOf(models);
        this.formats = List.copyOf(formats);
        this.search = new ServingSearch(serve, calibration, engine);
    }

    List<ServingOffer> found() {
        return all().stream().flatMap(each -> each.offers().stream()).toList();
    }

    List<String> refusals() {
        return all().stream()
                .map(Found::refusal)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    /** Where bands are those of chips and models that the fit of the calibration did not see. */
    List<Diagnostic> cautions() {
        return all().stream()
                .flatMap(each -> each.caution().stream())
                .distinct()
                .map(words -> new Diagnostic(
                        Severity.WARNING, Unseen.CODE, serve.serialSpeed().place(), words))
                .toList();
    }

    private synchronized List<Found> all() {
        if (found == null) {
            found = search(pairs());
        }
        return found;
    }

    /** How many searches for replicas the offers took: chips that are alike are searched once. */
    synchronized int searches() {
        return searches;
    }

    // In the order of the pairs, whatever thread searched which.
    private List<Found> search(List<ServingPair> pairs) {
        Found[] all = new Found[pairs.size()];
        Map<SearchedModel, List<Asked>> alike = new LinkedHashMap<>();
        for (int i = 0; i < all.length; i++) {
            Problems problems = new Problems();
            Optional<ModelOnChip> setup = search.setup(pairs.get(i), problems);
            if (setup.isEmpty()) {
                all[i] = refused(pairs.get(i), problems);
            } else {
                alike.computeIfAbsent(SearchedModel.of(setup.get()), seen -> new ArrayList<>())
                        .add(new Asked(i, pairs.get(i), setup.get()));
            }
        }
        searches = alike.size();
        alike.values().parallelStream().forEach(group -> {
            Frontier frontier = search.frontier(group.get(0).setup());
            List<String> speeds = speeds(frontier);
            group.forEach(asked -> all[asked.index()] = offers(asked.pair(), asked.setup(), frontier, speeds));
        });
        return List.of(all);
    }

    /** A pair that replicas are searched for. */
    private record Asked(int index, ServingPair pair, ModelOnChip setup) {}

    private static Found refused(ServingPair pair, Problems problems) {
        String why = problems.sorted().stream()
                .map(problem -> problem.message())
                .findFirst()
                .orElse("");
        return new Found(List.of(), "%s in %s: %s".formatted(pair.id(), pair.format(), why));
    }

    private List<ServingPair> pairs() {
        List<ServingPair> pairs = new ArrayList<>();
        models.forEach(model -> chips.forEach(
                (id, chip) -> formats.forEach(format -> pairs.add(new ServingPair(model, id, chip, format)))));
        return pairs;
    }

    /** The limits of the searches for replicas that bind what a plan serves. */
    List<Diagnostic> limits(OptimalPlan plan) {
        ServedLimits limits = new ServedLimits(search, plan);
        List<ServingPair> pairs = pairs();
        for (int i = 0; i < pairs.size(); i++) {
            limits.look(pairs.get(i), all().get(i).offers());
        }
        return limits.warnings();
    }

    private static String variant(ServingPair pair, String speed) {
        return "%s in %s at %s token/s".formatted(pair.model().id(), pair.format(), speed);
    }

    private Found offers(ServingPair pair, ModelOnChip setup, Frontier frontier, List<String> speeds) {
        List<ServingOffer> offers = new ArrayList<>();
        for (int i = 0; i < speeds.size(); i++) {
            OperatingPoint point = frontier.points().get(i);
            offers.add(new ServingOffer(
                    pair.model(),
                    pair.id(),
                    variant(pair, speeds.get(i)),
                    point.serialSpeed(),
                    point.throughputPerChip(),
                    Optional.of(error(setup, point))));
        }
        double speed = serve.serialSpeed().central();
        boolean slow = offers.stream()
                .noneMatch(offer ->
                        offer.serialSpeed() * offer.error().orElseThrow().central() >= speed);
        Optional<String> caution = serve.error().isPresent()
                ? Optional.empty()
                : frontier.points().stream()
                        .map(point -> setup.caution(point.deployment().sequences()))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(words ->
                                "%s, %s: %s".formatted(pair.id(), pair.model().id(), words));
        return new Found(offers, slow ? refusal(pair, frontier, speed) : "", caution);
    }

    // Each in as few digits, from three on, as no other point of the frontier has.
    private static List<String> speeds(Frontier frontier) {
        double[] speeds = frontier.points().stream()
                .mapToDouble(OperatingPoint::serialSpeed)
                .toArray();
        return IntStream.range(0, speeds.length)
                .mapToObj(point -> speed(speeds, point))
                .toList();
    }

    // Speeds fall from point to point: what looks the same stands next to each other.
    private static String speed(double[] speeds, int point) {
        for (int digits = 3; digits < MOST_DIGITS; digits++) {
            String text = NumberText.rounded(speeds[point], digits);
            if (!isShown(text, digits, speeds, point, point - 1) && !isShown(text, digits, speeds, point, point + 1)) {
                return text;
            }
        }
        return NumberText.exact(speeds[point]);
    }

    // Numbers of one text are closer to each other than its last digit, which is cheaper to see.
    private static boolean isShown(String text, int digits, double[] speeds, int point, int other) {
        return other >= 0
                && other < speeds.length
                && Math.abs(speeds[other] - speeds[point]) <= speeds[point] * Math.pow(10, 1 - digits)
                && NumberText.rounded(speeds[other], digits).equals(text);
    }

    // How far measured speeds are from modelled ones where the fit did not see the chip.
    private Input error(ModelOnChip setup, OperatingPoint point) {
        Regime regime = Regime.of(
                setup.shape().experts().isPresent(), point.deployment().sequences());
        return serve.error()
                .orElseGet(() -> new Input(
                        ERROR + "." + regime + setup.unseen().suffix(),
                        new Uncertain(
                                new LogNormal(
                                        0, setup.residual(point.deployment().sequences()), 1),
                                Unit.ONE),
                        Unit.ONE,
                        Optional.of(RESIDUAL),
                        serve.serialSpeed().place(),
                        Optional.of(new CorrelationGroup(ERROR, 1))));
    }

    private String refusal(ServingPair pair, Frontier frontier, double speed) {
        return frontier.fastest()
                .map(fastest -> "%s serves %s in %s at %s token/s at most, not at %s"
                        .formatted(
                                pair.id(),
                                pair.model().id(),
                                pair.format(),
                                NumberText.rounded(fastest.serialSpeed(), 3),
                                NumberText.exact(speed)))
                .orElse("%s does not fit on %s chips of %s in %s"
                        .formatted(pair.model().id(), serve.maxReplicaChips(), pair.id(), pair.format()));
    }
}
