package muster.inference.replica;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import muster.inference.step.Deployment;
import muster.inference.step.Speculation;
import muster.inference.step.TimeBreakdown;
import muster.inference.step.TimeModel;

/** Times every layout of a replica over chips. */
public final class LayoutSearch {
    // Of a thousand million sequences even the smallest model fills a memory: no batch is left out.
    private static final int MOST_DOUBLINGS = 30;
    private static final double[] BATCHES = batches();

    private final TimeModel model;
    private final ModelOnChip setup;
    private final ReplicaRequest request;
    private final double promptUtilization;
    private final BenchmarkedLayouts benchmarked;
    private final TimeBreakdown causes = new TimeBreakdown();
    private final List<Replica> found = new ArrayList<>();
    private int fewestChips;

    public LayoutSearch(TimeModel model, ModelOnChip setup, ReplicaRequest request, double promptUtilization) {
        this.model = model;
        this.setup = setup;
        this.request = request;
        this.promptUtilization = promptUtilization;
        this.benchmarked = new BenchmarkedLayouts(setup);
    }

    public void run() {
        for (boolean apart : new boolean[] {false, true}) {
            if (!request.layouts().tries(apart)
                    || request.disaggregatedPrefill()
                            .filter(wanted -> wanted != apart)
                            .isPresent()) {
                continue;
            }
            Optional<PrefillReplica> prefill =
                    apart ? PrefillReplica.best(model, setup, request, promptUtilization) : Optional.empty();
            if (!apart || prefill.isPresent()) {
                layouts(apart, deployment -> time(deployment, prefill));
            }
        }
    }

    private void layouts(boolean apart, Consumer<Deployment> use) {
        Consumer<Deployment> meant = request.layouts() == LayoutChoice.ANY
                ? use
                : layout -> {
                    if (benchmarked.benchmarked(layout)) {
                        use.accept(layout);
                    }
                };
        new Layouts(setup, request.maxReplicaChips()).decode(request.maxStages(), apart, meant);
    }

    private void time(Deployment layout, Optional<PrefillReplica> prefill) {
        double largest = setup.memory().largestBatch(layout, setup.machine().domainChips(), request.context());
        if (largest < 1) {
            return;
        }
        fewestChips = fewestChips == 0 ? layout.chips() : Math.min(fewestChips, layout.chips());
        double own = prefill.isPresent() ? 0 : model.prefillAll(layout, 1, request.context(), causes);
        if (!request.inTime(own)) {
            return;
        }
        for (int i = 0; i < BATCHES.length && BATCHES[i] <= largest; i++) {
            found.add(time(layout.with(BATCHES[i]), own, prefill));
        }
    }

    // Powers of the square root of two, as whole sequences.
    private static double[] batches() {
        return IntStream.rangeClosed(0, 2 * MOST_DOUBLINGS)
                .mapToLong(step -> Math.round(Math.pow(2, step / 2.0)))
                .distinct()
                .asDoubleStream()
                .toArray();
    }

    private Replica time(Deployment deployment, double ownPromptSeconds, Optional<PrefillReplica> prefill) {
        Speculation speculation = request.speculation();
        double step = model.decode(deployment, request.context(), speculation, causes)
                * (1 + speculation.draftTokens() * speculation.draftCost());
        double speed = speculation.tokensPerStep() / step;
        double throughput = deployment.sequences() * speed;
        double prompts = throughput / request.context().outputTokens();
        double chips = deployment.chips()
                + prefill.map(replica -> prompts * replica.chipSeconds()).orElse(0.0);
        return new Replica(deployment, prefill, ownPromptSeconds, chips, speed, throughput / chips);
    }

    /** The fewest chips of a replica that holds the model and a request; nothing where none does. Times nothing. */
    public OptionalInt fewest() {
        List<Integer> chips = new ArrayList<>();
        layouts(false, spread -> {
            if (setup.memory().largestBatch(spread, setup.machine().domainChips(), request.context()) >= 1) {
                chips.add(spread.chips());
            }
        });
        return chips.stream().mapToInt(Integer::intValue).min();
    }

    /** Every deployment that fits, as it was timed. */
    List<Replica> found() {
        return found;
    }

    int fewestChips() {
        return fewestChips;
    }

    int tried() {
        return found.size();
    }

    /** Those between which there is a choice by speed and throughput per chip, fastest first. */
    static List<Replica> undominated(List<Replica> found) {
        List<Replica> fastestFirst = plausible(found);
        fastestFirst.sort(LayoutSearch::fasterFirst);
        List<Replica> undominated = new ArrayList<>();
        double best = 0;
        for (Replica replica : fastestFirst) {
            if (replica.throughputPerChip() > best) {
                best = replica.throughputPerChip();
                undominated.add(replica);
            }
        }
        return undominated;
    }

    // Without those that yield no more than one of a faster class of speeds: of thousands, hundreds are left to be
    // sorted.
    private static List<Replica> plausible(List<Replica> found) {
        NavigableMap<Integer, Double> most = new TreeMap<>();
        for (Replica replica : found) {
            most.merge(speedClass(replica), replica.throughputPerChip(), Math::max);
        }
        Map<Integer, Double> ofFaster = new HashMap<>();
        double best = 0;
        for (Map.Entry<Integer, Double> entry : most.descendingMap().entrySet()) {
            ofFaster.put(entry.getKey(), best);
            best = Math.max(best, entry.getValue());
        }
        List<Replica> plausible = new ArrayList<>();
        for (Replica replica : found) {
            if (replica.throughputPerChip() > ofFaster.getOrDefault(speedClass(replica), 0.0)) {
                plausible.add(replica);
            }
        }
        return plausible;
    }

    // A hundred and twenty-eight for each doubling of the speed.
    private static int speedClass(Replica replica) {
        return (int) (Double.doubleToRawLongBits(replica.serialSpeed()) >>> 45);
    }

    // Of as fast ones those of more tokens per chip, then of fewer chips. Comparators put together take twice the time
    // of this.
    private static int fasterFirst(Replica one, Replica other) {
        int order = Double.compare(other.serialSpeed(), one.serialSpeed());
        order = order == 0 ? Double.compare(other.throughputPerChip(), one.throughputPerChip()) : order;
        return order == 0 ? Double.compare(one.chips(), other.chips()) : order;
    }

    /** What takes the time of a replica. */
    public OperatingPoint point(Replica replica) {
        Speculation speculation = request.speculation();
        model.decode(replica.deployment(), request.context(), speculation, causes);
        double factor = (1 + speculation.draftTokens() * speculation.draftCost()) / speculation.tokensPerStep();
        return new OperatingPoint(
                replica.deployment(),
                replica.chips(),
                replica.serialSpeed(),
                replica.throughputPerChip(),
                replica.prefill(),
                replica.prefillSeconds(),
                timeToFirstToken(replica),
                causes.times(factor));
    }

    // A queue with one server and prompts of one length, M/D/1: waiting = rho/(2 (1 - rho)) of the time that the
    // server is taken, which is that of the slowest stage where replicas only prefill.
    private OptionalDouble timeToFirstToken(Replica replica) {
        Deployment deployment = replica.deployment();
        if (replica.prefill().isPresent()) {
            return OptionalDouble.of(
                    replica.prefillSeconds() + replica.prefill().get().paceSeconds() * waiting(promptUtilization));
        }
        double prompts = replica.throughputPerChip()
                * replica.chips()
                / request.context().outputTokens();
        double busy = prompts * replica.prefillSeconds() / (deployment.data() * deployment.stages());
        return busy >= 1 ? OptionalDouble.empty() : OptionalDouble.of(replica.prefillSeconds() * (1 + waiting(busy)));
    }

    private static double waiting(double busy) {
        return busy / (2 * (1 - busy));
    }
}
