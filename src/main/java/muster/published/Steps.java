package muster.published;

import java.util.Optional;
import muster.catalog.Shelf;
import muster.diagnostic.Problems;
import muster.document.Text;
import muster.inference.Calibration;
import muster.inference.Causes;
import muster.inference.Context;
import muster.inference.Deployment;
import muster.inference.Setup;
import muster.inference.Speculation;
import muster.model.Architecture;
import muster.unit.Quantity;

/** Steps of stated replicas, by the step-time models of {@code muster throughput}. */
final class Steps {
    private Steps() {}

    /** What is told of the step; nothing where the model, the chip or the formats are not known, which is reported. */
    static Optional<Quantity> of(Ours.Step step, Shelf shelf, Problems problems) {
        return setup(step, shelf, problems).map(setup -> told(step, seconds(step, setup)));
    }

    private static Optional<Setup> setup(Ours.Step step, Shelf shelf, Problems problems) {
        return Setup.find(
                shelf,
                shelf.get(Architecture.KIND, step.stepOf(), problems),
                step.chip(),
                step.formats(),
                new Text(Calibration.AVERAGE, step.chip().place()),
                problems);
    }

    private static double seconds(Ours.Step step, Setup setup) {
        Deployment deployment = new Deployment(
                step.chips() / step.stages(),
                false,
                1,
                1,
                step.stages(),
                (double) step.sequences() / step.stages(),
                true);
        // The token that is generated is the last of those that are held.
        Context context = new Context(step.cached() - 0.5, 1);
        return step.timeModel().of(setup).generate(deployment, context, Speculation.NONE, new Causes());
    }

    private static Quantity told(Ours.Step step, double seconds) {
        return switch (step.gives()) {
            case TIME -> Quantity.of(seconds, "s");
            case SERIAL_SPEED -> Quantity.of(1 / seconds, "token/s/stream");
            case THROUGHPUT -> Quantity.of(step.sequences() / seconds, "token/s");
        };
    }
}
