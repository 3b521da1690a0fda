package muster.published;

import java.util.Optional;
import java.util.OptionalDouble;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.inference.calibration.Calibration;
import muster.inference.replica.FrontierQuery;
import muster.inference.replica.FrontierStudy;
import muster.inference.replica.OperatingPoint;
import muster.inference.replica.ReplicaRequest;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import muster.uncertainty.Input;
import muster.unit.Quantity;

/** The best deployments of models on kinds of chips, as {@code muster throughput} finds them. */
final class DeploymentReplays {
    private DeploymentReplays() {}

    /** What is told of the best; nothing where the model, the chip or the formats are not known, or none is as fast, which is reported. */
    static Optional<Quantity> of(FigureComputation.Deployed asked, Catalog catalog, Problems problems) {
        FrontierQuery query = new FrontierQuery(
                asked.deploymentOf(),
                asked.chip(),
                asked.formats(),
                new Text(Calibration.AVERAGE, asked.chip().place()),
                asked.timeModel(),
                new ReplicaRequest(
                                new RequestTokens(asked.prompt(), asked.output()),
                                asked.maxReplicaChips(),
                                asked.draftTokens() == 0
                                        ? Speculation.NONE
                                        : Speculation.predictionHead(asked.draftTokens()))
                        .among(asked.layouts()),
                asked.serialSpeed().map(Input::central).map(OptionalDouble::of).orElseGet(OptionalDouble::empty));
        return FrontierStudy.of(query, catalog, problems).flatMap(study -> {
            Optional<OperatingPoint> best = study.best();
            if (best.isEmpty()) {
                problems.error(
                        "no-deployment",
                        asked.deploymentOf().place(),
                        "no deployment of %s on %s has what is asked for".formatted(study.model(), study.chip()));
            }
            return best.map(point -> told(asked, point));
        });
    }

    private static Quantity told(FigureComputation.Deployed asked, OperatingPoint point) {
        return switch (asked.gives()) {
            case SERIAL_SPEED -> Quantity.of(point.serialSpeed(), "token/s/stream");
            case COST -> Quantity.of(asked.rent().orElseThrow().central() / point.throughputPerChip(), "USD/token");
            default -> Quantity.of(point.throughputPerChip(), "token/s/chip");
        };
    }
}
