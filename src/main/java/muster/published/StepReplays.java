package muster.published;

import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.inference.calibration.Calibration;
import muster.inference.replica.ModelOnChip;
import muster.inference.step.Deployment;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import muster.inference.step.TimeBreakdown;
import muster.model.Architecture;
import muster.unit.Quantity;

/** Steps of stated replicas, by the step-time models of {@code muster throughput}. */
final class StepReplays {
    private StepReplays() {}

    /** What is told of the step; nothing where the model, the chip or the formats are not known, which is reported. */
    static Optional<Quantity> of(FigureComputation.Step step, Catalog catalog, Problems problems) {
        return setup(step, catalog, problems).map(setup -> told(step, seconds(step, setup)));
    }

    private static Optional<ModelOnChip> setup(FigureComputation.Step step, Catalog catalog, Problems problems) {
        return ModelOnChip.find(
                catalog,
                catalog.get(Architecture.KIND, step.stepOf(), problems),
                step.chip(),
                step.formats(),
                new Text(Calibration.AVERAGE, step.chip().place()),
                problems);
    }

    private static double seconds(FigureComputation.Step step, ModelOnChip setup) {
        Deployment deployment = new Deployment(
                step.chips() / step.stages(),
                false,
                1,
                1,
                step.stages(),
                (double) step.sequences() / step.stages(),
                true);
        // The token that is generated is the last of those that are held.
        RequestTokens context = new RequestTokens(step.cached() - 0.5, 1);
        return step.timeModel().of(setup).decode(deployment, context, Speculation.NONE, new TimeBreakdown());
    }

    private static Quantity told(FigureComputation.Step step, double seconds) {
        return switch (step.gives()) {
            case TIME -> Quantity.of(seconds, "s");
            case SERIAL_SPEED -> Quantity.of(1 / seconds, "token/s/stream");
            case THROUGHPUT -> Quantity.of(step.sequences() / seconds, "token/s");
        };
    }
}
