package muster.view.serving;

import java.util.List;
import java.util.OptionalDouble;
import muster.catalog.Edition;
import muster.inference.calibration.EngineGap;
import muster.inference.calibration.MonthRange;
import muster.inference.replica.Encodings;
import muster.inference.replica.FrontierStudy;
import muster.inference.replica.OperatingPoint;
import muster.view.Data;
import muster.view.DataDocument;
import muster.view.Fields;

/** Frontiers in the schema {@code throughput/v2}. */
final class ThroughputData {
    private ThroughputData() {}

    static Data of(List<FrontierStudy> studies, Edition catalog) {
        return DataDocument.of("throughput/v2", catalog)
                .set(catalog.changes())
                .results(studies.stream().map(ThroughputData::result).toList());
    }

    private static Data result(FrontierStudy study) {
        Encodings encodings = study.setup().encodings();
        return new Fields()
                .text("model", study.model())
                .text("chip", study.chip())
                .text("method", study.method())
                .put(
                        "encodings",
                        new Fields()
                                .text("weights", encodings.weights().toString())
                                .text("activations", encodings.activations().toString())
                                .text("cache", encodings.cache().toString())
                                .build())
                .put(
                        "context",
                        new Fields()
                                .number("in", study.request().context().promptTokens())
                                .number("out", study.request().context().outputTokens())
                                .build())
                .number("max_replica_chips", study.request().maxReplicaChips())
                .text("layouts", study.request().layouts().toString())
                .text("engine", study.setup().engine().toString())
                .text("engine_rows", LayoutNotes.months(study).map(MonthRange::toString))
                .number("deployments_timed", study.frontier().tried())
                .flag("family_in_fit", study.setup().measured())
                .texts("traits_not_in_fit", study.setup().unseen().traits())
                .number("months_beyond_rows", months(study))
                .quantity("required_serial_speed", study.requiredSpeed(), "token/s/stream")
                .put("best", study.best().map(point -> point(study, point)))
                .put("best_of_other_layouts", study.otherwise().map(point -> point(study, point)))
                .arrayOrNone("notes", study.notes().stream().map(Data::text).toList())
                .arrayOrNone("binding_limits", AttainmentData.limits(study.limits()))
                .array(
                        "frontier",
                        study.frontier().points().stream()
                                .map(point -> point(study, point))
                                .toList())
                .build();
    }

    private static Data point(FrontierStudy study, OperatingPoint point) {
        Fields fields = new Fields()
                .quantity("serial_speed", point.serialSpeed(), "token/s/stream")
                .quantity("throughput_per_chip", point.throughputPerChip(), "token/s/chip")
                .number("chips_per_replica", point.chips())
                .count("layout_rows", study.setup().rows(point.deployment(), point.prefill()));
        error(fields, study.errorFactor(point));
        AttainmentData.layout(fields, point);
        return fields.quantity("prefill_time", point.prefillSeconds(), "s")
                .quantity("time_to_first_token", point.timeToFirstTokenSeconds(), "s")
                .quantity("cost", study.usdPerToken(point), "USD/token")
                .quantity("energy", study.joulesPerToken(point), "J/token")
                .number("utilization", study.utilization(point))
                .put("seconds_per_token", AttainmentData.secondsPerToken(point))
                .build();
    }

    private static OptionalDouble months(FrontierStudy study) {
        return study.setup().unseen().gap().stream()
                .mapToDouble(EngineGap::months)
                .findFirst();
    }

    // Factors that a measured speed is of the modelled one, where they are known.
    private static void error(Fields fields, OptionalDouble factor) {
        factor.ifPresent(found -> fields.put(
                "measured_over_modelled",
                new Fields().number("p5", 1 / found).number("p95", found).build()));
    }
}
