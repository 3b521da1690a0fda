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
import muster.inference.step.TimeModel;
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
        TimeModel model = step.timeModel().of(setup);
        Deployment deployment = deployment(step, setup);
        TimeBreakdown causes = new TimeBreakdown();
        if (step.gives().prefills()) {
            return model.prefillBatch(deployment, deployment.batch(), step.cached(), causes);
        }
        // The token that is generated is the last of those that are held.
        RequestTokens context = new RequestTokens(step.cached() - 0.5, 1);
        return model.decode(deployment, context, Speculation.NONE, causes);
    }

    private static Deployment deployment(FigureComputation.Step step, ModelOnChip setup) {
        int stage = step.chips() / step.stages();
        boolean routed = setup.shape().experts().isPresent();
        return new Deployment(
                stage / step.data(),
                false,
                step.data(),
                step.data() > 1 && routed ? stage : 1,
                step.stages(),
                (double) step.sequences() / step.stages() / step.data(),
                true);
    }

    // Of all chips, in USD/s.
    private static double rent(FigureComputation.Step step) {
        return step.rent().orElseThrow().central() * step.chips();
    }

    private static Quantity told(FigureComputation.Step step, double seconds) {
        double throughput = step.sequences() / seconds;
        return switch (step.gives()) {
            case TIME -> Quantity.of(seconds, "s");
            case SERIAL_SPEED -> Quantity.of(1 / seconds, "token/s/stream");
            case THROUGHPUT -> Quantity.of(throughput, "token/s");
            case THROUGHPUT_PER_CHIP -> Quantity.of(throughput / step.chips(), "token/s/chip");
            case PREFILL_PER_CHIP -> Quantity.of(throughput * step.cached() / step.chips(), "token/s/chip");
            case PREFILL_COST -> Quantity.of(rent(step) / (throughput * step.cached()), "USD/token");
            case COST -> Quantity.of(rent(step) / throughput, "USD/token");
        };
    }
}
