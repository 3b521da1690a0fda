package muster.view.comparison;

import java.util.Map;
import muster.scenario.Compared;
import muster.technique.Outcome;
import muster.technique.Reason;
import muster.technique.Result;
import muster.technique.Row;
import muster.uncertainty.Spread;
import muster.view.Data;
import muster.view.Fields;

/** A set of techniques as a scenario serves it, as a part of {@code compare/v2}. */
final class ServedDesignData {
    private ServedDesignData() {}

    static Data of(Row row, Result result) {
        Fields fields = new Fields();
        if (result.outcome().isEmpty()) {
            fields.text("reason", result.refusal());
        }
        result.outcome().ifPresent(outcome -> {
            fields.number("throughput_gain", row.throughputGain(result))
                    .number("fastest_stream_gain", row.speedGain(result))
                    .number("researchers_gain", row.gain(result, Compared.RESEARCHERS))
                    .number("work_gain", row.gain(result, Compared.WORK));
            served(fields, outcome);
        });
        result.design()
                .ifPresent(design -> fields.number(
                                "worth_of_its_size", design.model().worth())
                        .number("tokens_per_answer", design.tokensPerAnswer())
                        .quantity("training", design.trainingFlop(), "FLOP")
                        .texts("notes", design.notes()));
        return fields.build();
    }

    private static void served(Fields fields, Outcome outcome) {
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
        spread(fields, "spread", outcome.spread());
        spread(fields, "gains_spread", outcome.gains());
    }

    private static Data parts(Outcome outcome) {
        Fields parts = new Fields();
        for (Reason.Cause cause : Reason.Cause.values()) {
            parts.number(cause.words().replace(' ', '_'), cause.part(outcome.breakdown()));
        }
        return parts.build();
    }

    private static Data figures(Outcome outcome) {
        Fields figures = new Fields();
        outcome.figures().forEach(figures::number);
        return figures.build();
    }

    // A percentile without a bound is left out.
    private static void spread(Fields fields, String name, Map<String, Spread> spread) {
        if (!spread.isEmpty()) {
            Fields figures = new Fields();
            spread.forEach((figure, percentiles) ->
                    figures.put(figure, new Fields().percentiles(percentiles).build()));
            fields.put(name, figures.build());
        }
    }
}
