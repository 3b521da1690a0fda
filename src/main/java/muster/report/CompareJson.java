package muster.report;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import muster.scenario.Compared;
import muster.technique.Named;
import muster.technique.Outcome;
import muster.technique.Reason;
import muster.technique.Result;
import muster.technique.Row;
import muster.technique.Span;
import muster.technique.Spot;
import muster.technique.Stack;
import muster.uncertainty.Spread;
import tools.jackson.core.JsonGenerator;

/** Techniques beside a base as JSON, schema {@code compare/v1}. */
public final class CompareJson {
    private CompareJson() {}

    /** One comparison as an object, several as an array. */
    public static String of(List<Compared> all) {
        return Json.text(json -> {
            if (all.size() == 1) {
                document(json, all.get(0));
            } else {
                json.writeStartArray();
                all.forEach(compared -> document(json, compared));
                json.writeEndArray();
            }
        });
    }

    private static void document(JsonGenerator json, Compared compared) {
        json.writeStartObject();
        json.writeStringProperty("schema", "compare/v1");
        json.writeStringProperty("scenario", compared.scenario());
        json.writeStringProperty("catalog", compared.catalog().hash());
        json.writeStringProperty("catalog_version", compared.catalog().version());
        compared.sampling().ifPresent(how -> {
            json.writeNumberProperty("seed", how.seed());
            json.writeNumberProperty("samples", how.samples());
        });
        texts(json, "changed", compared.settings());
        texts(json, "notes", compared.notes());
        if (compared.span() instanceof Span.Tokens tokens) {
            quantity(json, "served", tokens.count(), "token");
        } else {
            quantity(json, "horizon", ((Span.Time) compared.span()).seconds(), "s");
        }
        Json.number(json, "required_speed", compared.requiredSpeed());
        json.writeNumberProperty("max_replica_chips", compared.maxReplicaChips());
        json.writeArrayPropertyStart("rows");
        CompareReport.rows(compared).forEach(row -> row(json, compared, row));
        json.writeEndArray();
        json.writeArrayPropertyStart("together");
        compared.comparison().stacks().forEach(stack -> stack(json, stack));
        json.writeEndArray();
        texts(json, "limits", CompareRange.limits(compared));
        json.writeEndObject();
    }

    private static void row(JsonGenerator json, Compared compared, Row row) {
        json.writeStartObject();
        texts(json, "techniques", row.techniques().stream().map(Named::id).toList());
        json.writeBooleanProperty("in_base", row.held());
        gain(json, "budget_gain", row.budgetGain());
        gain(json, "training_part_of_budget", row.trainingPart());
        if (row.techniques().size() == 1) {
            Named technique = row.techniques().get(0);
            json.writeStringProperty("title", technique.title());
            texts(
                    json,
                    "fills",
                    technique.slots().stream().map(Object::toString).sorted().toList());
        }
        json.writeName("equal_loss");
        result(json, row, row.equalLoss());
        json.writeName("same_weights");
        result(json, row, row.sameWeights());
        optional(json, "extra_training", row.extraFlop(), "FLOP");
        around(json, compared, row);
        if (!row.techniques().isEmpty()) {
            breakEven(json, row.breakEvenTokens());
        }
        json.writeArrayPropertyStart("sources");
        for (Named technique : row.techniques()) {
            json.writeStartObject();
            json.writeStringProperty("technique", technique.id());
            json.writeStringProperty("quality", technique.standing().toString());
            json.writeStringProperty("source", technique.source());
            json.writeEndObject();
        }
        if (row.techniques().isEmpty()) {
            json.writeStartObject();
            json.writeStringProperty("quality", "same quality");
            json.writeStringProperty("source", "the scenario");
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void around(JsonGenerator json, Compared compared, Row row) {
        compared.surroundings().stream()
                .filter(around -> around.row().equals(row))
                .findFirst()
                .ifPresent(around -> {
                    json.writeArrayPropertyStart("around");
                    for (Spot spot : around.spots()) {
                        json.writeStartObject();
                        json.writeNumberProperty("max_replica_chips", spot.maxReplicaChips());
                        quantity(json, "serial_speed", spot.serialSpeed(), "token/s/stream");
                        quantity(json, "throughput", spot.throughput(), "token/s");
                        gain(json, "throughput_gain", spot.gain());
                        gain(json, "budget_gain", spot.budgetGain());
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                });
    }

    private static void breakEven(JsonGenerator json, OptionalDouble tokens) {
        if (tokens.isPresent() && Double.isInfinite(tokens.getAsDouble())) {
            json.writeStringProperty("break_even", "never");
        } else {
            optional(json, "break_even", tokens, "token");
        }
    }

    private static void result(JsonGenerator json, Row row, Result result) {
        json.writeStartObject();
        if (result.outcome().isEmpty()) {
            json.writeStringProperty("reason", result.refusal());
        }
        result.outcome().ifPresent(outcome -> {
            gain(json, "throughput_gain", row.throughputGain(result));
            gain(json, "fastest_stream_gain", row.speedGain(result));
            gain(json, "researchers_gain", row.gain(result, Compared.RESEARCHERS));
            gain(json, "work_gain", row.gain(result, Compared.WORK));
            outcome(json, outcome);
        });
        result.design().ifPresent(design -> {
            Json.number(json, "worth_of_its_size", design.model().worth());
            Json.number(json, "tokens_per_answer", design.tokensPerAnswer());
            optional(json, "training", design.trainingFlop(), "FLOP");
            texts(json, "notes", design.notes());
        });
        json.writeEndObject();
    }

    private static void outcome(JsonGenerator json, Outcome outcome) {
        quantity(json, "throughput", outcome.throughput(), "token/s");
        quantity(json, "serial_speed", outcome.serialSpeed(), "token/s/stream");
        quantity(json, "parameters", outcome.shape().parameters(), "parameter");
        quantity(json, "active_parameters", outcome.shape().activeParameters(), "parameter");
        json.writeStringProperty("chip", outcome.chip());
        json.writeStringProperty("formats", outcome.formats().toString());
        quantity(json, "replica", outcome.chips(), "chip");
        optional(
                json,
                "usd_per_million_tokens",
                CompareReport.million(outcome.perToken().usd()),
                "USD");
        optional(json, "joules_per_token", outcome.perToken().joules(), "J");
        texts(json, "limits", outcome.limits());
        Json.number(json, "sequences_per_replica", outcome.sequences());
        json.writeObjectPropertyStart("parts_of_a_token");
        for (Reason.Cause cause : Reason.Cause.values()) {
            Json.number(json, cause.words().replace(' ', '_'), cause.part(outcome.breakdown()));
        }
        json.writeEndObject();
        json.writeObjectPropertyStart("figures");
        outcome.figures().forEach((name, value) -> Json.number(json, name, value));
        json.writeEndObject();
        spread(json, "spread", outcome.spread());
        spread(json, "gains_spread", outcome.gains());
    }

    private static void spread(JsonGenerator json, String key, Map<String, Spread> figures) {
        if (!figures.isEmpty()) {
            json.writeObjectPropertyStart(key);
            figures.forEach((name, spread) -> {
                json.writeObjectPropertyStart(name);
                percentile(json, "p5", spread.p5());
                percentile(json, "p50", spread.p50());
                percentile(json, "p95", spread.p95());
                json.writeEndObject();
            });
            json.writeEndObject();
        }
    }

    private static void percentile(JsonGenerator json, String key, double value) {
        if (Double.isInfinite(value)) {
            json.writeStringProperty(key, "no bound");
        } else {
            Json.number(json, key, value);
        }
    }

    private static void stack(JsonGenerator json, Stack stack) {
        json.writeStartObject();
        texts(
                json,
                "techniques",
                stack.all().techniques().stream().map(Named::id).toList());
        gain(json, "joint_gain", stack.joint());
        gain(json, "product_of_gains", stack.product());
        gain(json, "interaction", stack.interaction());
        json.writeArrayPropertyStart("gains");
        for (int i = 0; i < stack.alone().size(); i++) {
            Row alone = stack.alone().get(i);
            json.writeStartObject();
            json.writeStringProperty("technique", alone.name());
            gain(json, "alone", alone.throughputGain(alone.equalLoss()));
            gain(json, "on_top_of_the_others", stack.onTop(i));
            json.writeEndObject();
        }
        json.writeEndArray();
        texts(json, "why", CompareNotes.together(stack));
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void gain(JsonGenerator json, String name, OptionalDouble gain) {
        if (gain.isPresent()) {
            Json.number(json, name, gain.getAsDouble());
        }
    }

    private static void quantity(JsonGenerator json, String name, double value, String unit) {
        json.writeObjectPropertyStart(name);
        Json.number(json, "value", value);
        json.writeStringProperty("unit", unit);
        json.writeEndObject();
    }

    private static void optional(JsonGenerator json, String name, OptionalDouble value, String unit) {
        if (value.isPresent()) {
            quantity(json, name, value.getAsDouble(), unit);
        }
    }
}
