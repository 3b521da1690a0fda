package muster.inference.queue;

import java.util.Optional;
import muster.inference.ModelsOnChips;
import muster.inference.replica.ModelOnChip;
import muster.inference.step.CalibratedFactors;
import muster.inference.step.Deployment;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import muster.inference.step.StepTime;

/** Replicas whose waiting is tried. */
enum Servers {
    /** Prompts of which many fit in a step. */
    SHORT_PROMPTS("llama-2-7b", 1, 600, 250, 2048, 128),
    /** Prompts of which eight fit in a step. */
    LONGER_PROMPTS("llama-3.1-70b", 4, 1024, 256, 8192, 256),
    /** Prompts that fill a step. */
    WHOLE_STEPS("llama-3.1-70b", 4, 8192, 256, 8192, 64),
    /** Prompts of three steps. */
    SEVERAL_STEPS("llama-3.1-70b", 4, 6000, 200, 2048, 64);

    private final String model;
    private final int tensor;
    final int prompt;
    final int output;
    private final int chunk;
    final int slots;

    Servers(String model, int tensor, int prompt, int output, int chunk, int slots) {
        this.model = model;
        this.tensor = tensor;
        this.prompt = prompt;
        this.output = output;
        this.chunk = chunk;
        this.slots = slots;
    }

    static StepTime step(String model) {
        ModelOnChip setup = ModelsOnChips.of(model, "nvidia-h100-sxm", "fp8");
        // Without fitted constants, so that no fit changes what is held here.
        return new StepTime(setup.shape(), setup.formats().whole(), setup.machine(), CalibratedFactors.SPEED_OF_LIGHT);
    }

    ReplicaServer server() {
        return new ReplicaServer(
                step(model),
                Deployment.tensor(tensor, 1),
                new RequestTokens(prompt, output),
                0,
                Speculation.NONE,
                chunk,
                1,
                1);
    }

    ClosedLoop loop() {
        return new ClosedLoop(server(), Optional.empty(), slots, Overhead.NONE);
    }

    BatchingSimulation simulation(long seed) {
        return new BatchingSimulation(server(), prompt, output, chunk, slots, seed);
    }
}
