package muster.view.comparison;

import java.util.Map;
import muster.scenario.ComparisonResult;
import muster.technique.comparison.ComparisonRow;
import muster.technique.comparison.DesignResult;
import muster.technique.comparison.InteractionReason;
import muster.technique.comparison.ServedDesign;
import muster.uncertainty.sampling.Percentiles;
import muster.view.Data;
import muster.view.Fields;

/** A set of techniques as a scenario serves it, as a part of {@code compare/v2}. */
final class ServedDesignData {
    private ServedDesignData() {}

    static Data of(ComparisonRow row, DesignResult result) {
        Fields fields = new Fields();
        if (result.outcome().isEmpty()) {
            fields.text("reason", result.refusal());
        }
        result.outcome().ifPresent(outcome -> {
            fields.number("throughput_gain", row.throughputGain(result))
                    .number("fastest_stream_gain", row.speedGain(result))
                    .number("researchers_gain", row.gain(result, ComparisonResult.RESEARCHERS))
                    .number("work_gain", row.gain(result, ComparisonResult.WORK));
            served(fields, outcome);
        });
        result.design()
                .ifPresent(design -> fields.number(
                                "effective_parameters_ratio", design.model().worth())
                        .number("tokens_per_answer", design.tokensPerAnswer())
                        .quantity("training", design.trainingFlop(), "FLOP")
                        .texts("notes", design.notes()));
        return fields.build();
    }

    private static void served(Fields fields, ServedDesign outcome) {
        fields.quantity("throughput", outcome.throughput(), "token/s")
                .quantity("serial_speed", outcome.serialSpeed(), "token/s/stream")
                .quantity("parameters", outcome.shape().parameters(), "parameter")
                .quantity("active_parameters", outcome.shape().activeParameters(), "parameter")
                .text("chip", outcome.chip())
                .text("formats", outcome.formats().toString())
                .number("chips_per_replica", outcome.chips())
                .quantity("cost", outcome.perToken().usd(), "USD/token")
                .quantity("energy", outcome.perToken().joules(), "J/token")
                .texts("limits", outcome.limits())
                .number("sequences_per_replica", outcome.sequences())
                .put("parts_of_a_token", parts(outcome))
                .put("figures", figures(outcome));
        spread(fields, "percentiles", outcome.percentiles());
        spread(fields, "gain_percentiles", outcome.gains());
    }

    private static Data parts(ServedDesign outcome) {
        Fields parts = new Fields();
        for (InteractionReason.Cause cause : InteractionReason.Cause.values()) {
            parts.number(cause.words().replace(' ', '_'), cause.part(outcome.breakdown()));
        }
        return parts.build();
    }

    private static Data figures(ServedDesign outcome) {
        Fields figures = new Fields();
        outcome.figures().forEach(figures::number);
        return figures.build();
    }

    // A percentile without a bound is left out.
    private static void spread(Fields fields, String name, Map<String, Percentiles> spread) {
        if (!spread.isEmpty()) {
            Fields figures = new Fields();
            spread.forEach((figure, percentiles) ->
                    figures.put(figure, new Fields().percentiles(percentiles).build()));
            fields.put(name, figures.build());
        }
    }
}
