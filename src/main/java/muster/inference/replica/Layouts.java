package muster.inference.replica;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import muster.inference.step.Deployment;
import muster.model.layer.FeedForward;

/**
 * Every layout of a replica of a model on at most so many chips: tensor parallelism up to the heads, data parallelism where
 * there are experts, experts sharded or whole, and pipeline stages. A model that is there is divided without remainder.
 *
 * @param setup the model on the chip
 * @param most the most chips of a replica
 */
record Layouts(ModelOnChip setup, int most) {

    /**
     * Those that decode: stages are powers of two, up to a most.
     *
     * @param stages the most stages
     * @param apart whether prefill runs on other chips
     */
    void decode(int stages, boolean apart, Consumer<Deployment> use) {
        each(
                (groups, each) -> {
                    for (int pipeline = 1; pipeline <= Math.min(stages, groups); pipeline *= 2) {
                        if (pipeline <= setup.shape().layers()) {
                            each.accept(pipeline);
                        }
                    }
                },
                apart,
                use);
    }

    /** Those that prefill and do nothing else: with every number of stages at which some stage has one layer less. */
    void prefill(Consumer<Deployment> use) {
        int layers = setup.shape().layers();
        each(
                (groups, each) -> {
                    int before = 0;
                    for (int inStage = layers; inStage >= 1; inStage--) {
                        int stages = (layers + inStage - 1) / inStage;
                        if (stages != before && stages <= groups) {
                            each.accept(stages);
                        }
                        before = stages;
                    }
                },
                true,
                use);
    }

    /** Numbers of stages, where there are chips for so many. */
    private interface Stages {
        void each(int groups, IntConsumer use);
    }

    private void each(Stages stages, boolean apart, Consumer<Deployment> use) {
        int heads = setup.shape().attention().heads();
        for (int t = 1; t <= Math.min(most, heads); t *= 2) {
            // More groups than there are experts hold none whole.
            int tensors = t;
            int groups = setup.shape()
                    .experts()
                    .map(routed -> Math.min(most, routed.experts()) / tensors)
                    .orElse(1);
            for (int d = 1; d <= Math.max(1, groups); d *= 2) {
                int tensor = t;
                int data = d;
                stages.each(most / (t * d), pipeline -> each(tensor, data, pipeline, apart, use));
            }
        }
    }

    private void each(int tensor, int data, int stages, boolean apart, Consumer<Deployment> use) {
        boolean crosses = tensor > setup.machine().domainChips();
        if ((crosses || stages * tensor * data > setup.machine().domainChips()) && !networked()) {
            return;
        }
        for (int expert : degrees(tensor, data)) {
            offer(new Deployment(tensor, false, data, expert, stages, 1, apart), use);
            if (crosses && data == 1) {
                offer(new Deployment(tensor, true, data, expert, stages, 1, apart), use);
            }
        }
    }

    private void offer(Deployment layout, Consumer<Deployment> use) {
        if (setup.divides(layout)) {
            use.accept(layout);
        }
    }

    // Experts are sharded like every matrix, or each is held whole by one chip; groups with sequences of their own need
    // the
    // latter.
    private List<Integer> degrees(int tensor, int data) {
        Optional<FeedForward.Experts> experts = setup.shape().experts();
        if (experts.isEmpty() || tensor * data == 1) {
            return List.of(1);
        }
        boolean whole = tensor * data <= experts.get().experts();
        return data > 1 ? whole ? List.of(tensor * data) : List.of() : whole ? List.of(1, tensor) : List.of(1);
    }

    private boolean networked() {
        return setup.machine().networkBytesPerSecond() > 0;
    }
}
