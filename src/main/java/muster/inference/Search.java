package muster.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import muster.model.FeedForward;

/** Times every way to spread a replica over chips. */
final class Search {
    static final int MOST_STAGES = 8;
    private static final double[] BATCHES = batches();

    private final TimeModel model;
    private final Setup setup;
    private final Request request;
    private final double promptUtilization;
    private final Causes causes = new Causes();
    private final List<Replica> found = new ArrayList<>();
    private int fewestChips;

    Search(TimeModel model, Setup setup, Request request, double promptUtilization) {
        this.model = model;
        this.setup = setup;
        this.request = request;
        this.promptUtilization = promptUtilization;
    }

    void run() {
        spread(spread -> {
            double largest = setup.memory().largestBatch(spread, setup.machine().domainChips(), request.context());
            if (largest < 1) {
                return;
            }
            fewestChips = fewestChips == 0 ? spread.chips() : Math.min(fewestChips, spread.chips());
            double promptSeconds = model.read(spread, request.context().promptTokens(), causes);
            for (int i = 0; i < BATCHES.length && BATCHES[i] <= largest; i++) {
                found.add(time(spread.with(BATCHES[i]), promptSeconds));
            }
        });
    }

    // Powers of the square root of two, as whole sequences.
    private static double[] batches() {
        return IntStream.rangeClosed(0, 32)
                .mapToLong(step -> Math.round(Math.pow(2, step / 2.0)))
                .distinct()
                .asDoubleStream()
                .toArray();
    }

    // Every way to spread a replica over at most so many chips.
    private void spread(Consumer<Deployment> use) {
        boolean experts = setup.shape().feedForward() instanceof FeedForward.Experts;
        int most = request.maxReplicaChips();
        int heads = setup.shape().attention().heads();
        for (int tensor = 1; tensor <= Math.min(most, heads); tensor *= 2) {
            for (int data = 1; tensor * data <= (experts ? most : tensor); data *= 2) {
                int stages = Math.min(MOST_STAGES, most / (tensor * data));
                for (int pipeline = 1; pipeline <= stages; pipeline *= 2) {
                    if (pipeline <= setup.shape().layers()) {
                        spread(tensor, data, pipeline, use);
                    }
                }
            }
        }
    }

    private void spread(int tensor, int data, int stages, Consumer<Deployment> use) {
        boolean crosses = tensor > setup.machine().domainChips();
        if ((crosses || stages * tensor * data > setup.machine().domainChips()) && !networked()) {
            return;
        }
        for (boolean apart : new boolean[] {false, true}) {
            if (request.promptsApart().filter(wanted -> wanted != apart).isPresent()) {
                continue;
            }
            for (int expert : degrees(tensor, data)) {
                use.accept(new Deployment(tensor, false, data, expert, stages, 1, apart));
                if (crosses && data == 1) {
                    use.accept(new Deployment(tensor, true, data, expert, stages, 1, apart));
                }
            }
        }
    }

    // Experts are cut like every matrix, or each is held whole by one chip; groups with sequences of their own need the
    // latter.
    private List<Integer> degrees(int tensor, int data) {
        if (!(setup.shape().feedForward() instanceof FeedForward.Experts experts) || tensor * data == 1) {
            return List.of(1);
        }
        boolean whole = tensor * data <= experts.experts();
        return data > 1 ? whole ? List.of(tensor * data) : List.of() : whole ? List.of(1, tensor) : List.of(1);
    }

    private boolean networked() {
        return setup.machine().networkBytesPerSecond() > 0;
    }

    private Replica time(Deployment deployment, double promptSeconds) {
        Speculation speculation = request.speculation();
        double step = model.generate(deployment, request.context(), speculation, causes)
                * (1 + speculation.guesses() * speculation.guessCost());
        double speed = speculation.tokensPerStep() / step;
        double throughput = deployment.sequences() * speed;
        double chips = deployment.chips()
                + (deployment.disaggregated() ? chipsForPrompts(deployment, throughput, promptSeconds) : 0);
        return new Replica(deployment, promptSeconds, chips, speed, throughput / chips);
    }

    // Chips that are spread like the replica and only read prompts; stages and groups work on prompts of their own.
    private double chipsForPrompts(Deployment deployment, double throughput, double promptSeconds) {
        double prompts = throughput / request.context().outputTokens();
        return prompts * promptSeconds * deployment.tensor() / promptUtilization;
    }

    /** The fewest chips of a replica that holds the model and a request; nothing where none does. Times nothing. */
    OptionalInt fewest() {
        List<Integer> chips = new ArrayList<>();
        spread(spread -> {
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
        List<Replica> fastestFirst = new ArrayList<>(found);
        fastestFirst.sort(Comparator.comparingDouble(Replica::serialSpeed)
                .reversed()
                .thenComparing(
                        Comparator.comparingDouble(Replica::throughputPerChip).reversed())
                .thenComparingDouble(Replica::chips));
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

    /** What takes the time of a replica. */
    OperatingPoint point(Replica replica) {
        Speculation speculation = request.speculation();
        model.generate(replica.deployment(), request.context(), speculation, causes);
        double factor = (1 + speculation.guesses() * speculation.guessCost()) / speculation.tokensPerStep();
        return new OperatingPoint(
                replica.deployment(),
                replica.chips(),
                replica.serialSpeed(),
                replica.throughputPerChip(),
                replica.promptSeconds(),
                firstToken(replica),
                causes.times(factor));
    }

    // A queue with one server and prompts of one length, M/D/1: waiting = rho/(2 (1 - rho)) of a prompt's time.
    private OptionalDouble firstToken(Replica replica) {
        Deployment deployment = replica.deployment();
        double prompts = replica.throughputPerChip()
                * replica.chips()
                / request.context().outputTokens();
        double busy = deployment.disaggregated()
                ? promptUtilization
                : prompts * replica.promptSeconds() / (deployment.data() * deployment.stages());
        return busy >= 1
                ? OptionalDouble.empty()
                : OptionalDouble.of(replica.promptSeconds() * (1 + busy / (2 * (1 - busy))));
    }
}
