package muster.report;

import java.util.List;
import java.util.function.Consumer;
import muster.model.ModelFigures;
import muster.scaling.TrainedShape;
import muster.scaling.TrainingFigures;
import muster.scaling.loss.Optimum;
import muster.scenario.Estimate;
import muster.scenario.IsoFlop;
import muster.scenario.MoeReadings;
import muster.scenario.SizedByLaw;
import muster.trace.Step;
import tools.jackson.core.JsonGenerator;

/** Laws side by side as JSON in the schema {@code scale/v1}; docs/scale.md describes it. */
public final class ScaleJson {
    private static final String SHAPE = ModelFigures.SHAPE;

    private ScaleJson() {}

    /** A training compute under each law. */
    public static String laws(ScaleLine line) {
        return whole(line.byLaw().sized(), json -> {
            Json.number(json, "beyond", line.far());
            json.writeArrayPropertyStart("laws");
            line.laws().forEach(law -> law(json, law, line));
            json.writeEndArray();
            json.writeObjectPropertyStart("left_out");
            line.byLaw().leftOut().forEach(json::writeStringProperty);
            json.writeEndObject();
        });
    }

    /** A dense model and experts in its place, by what stays the same. */
    public static String moe(MoeReadings moe) {
        return whole(moe.readings().stream().map(MoeReadings.Reading::sized).toList(), json -> {
            json.writeStringProperty("law", moe.readings().get(0).sized().id());
            json.writeArrayPropertyStart("moe");
            for (MoeReadings.Reading reading : moe.readings()) {
                SizedByLaw sized = reading.sized();
                json.writeStartObject();
                json.writeStringProperty("reading", reading.name());
                Json.number(json, "parameters", sized.parameters());
                Json.number(
                        json,
                        "active_parameters",
                        sized.value(ModelFigures.ACTIVE_PARAMETERS).orElseGet(sized::parameters));
                Json.number(json, "tokens", sized.tokens());
                Json.number(json, "compute", MoeTable.compute(reading));
                json.writeObjectPropertyStart("weight_bytes");
                TrainedShape.NAMED.forEach(encoding -> sized.value(ModelFigures.WEIGHTS + encoding)
                        .ifPresent(bytes -> Json.number(json, encoding.toString(), bytes)));
                json.writeEndObject();
                shape(json, sized);
                warnings(json, sized.estimate());
                json.writeEndObject();
                second(json, sized);
            }
            json.writeEndArray();
        });
    }

    private static void second(JsonGenerator json, SizedByLaw sized) {
        MoeTable.secondLaw(sized).ifPresent(parameters -> {
            json.writeStartObject();
            json.writeStringProperty("reading", "same_loss_second_law");
            Json.number(json, "parameters", parameters);
            Json.number(
                    json,
                    "active_parameters",
                    sized.value(MoeTable.SECOND + "active_parameters").orElseThrow());
            Json.number(json, "tokens", sized.tokens());
            Json.number(json, "compute", MoeTable.secondCompute(sized));
            json.writeEndObject();
        });
    }

    private static void shape(JsonGenerator json, SizedByLaw sized) {
        json.writeObjectPropertyStart("shape");
        for (Step step : sized.estimate().steps()) {
            if (step.name().startsWith(SHAPE) && !step.name().equals(SHAPE + "parameter")) {
                Json.number(json, step.name().substring(SHAPE.length()), step.value());
            }
        }
        json.writeEndObject();
    }

    /** Models of one compute under one law. */
    public static String isoFlop(List<SizedByLaw> sized, IsoFlop models) {
        return whole(sized, json -> {
            json.writeStringProperty("law", models.law());
            json.writeArrayPropertyStart("isoflop");
            models.rows().forEach(row -> {
                json.writeStartObject();
                Json.number(json, "times_best", row.times());
                Json.number(json, "parameters", row.parameters());
                Json.number(json, "tokens", row.tokens());
                Json.number(json, "loss", row.loss());
                if (Double.isFinite(row.flopForBestLoss())) {
                    Json.number(json, "flop_for_best_loss", row.flopForBestLoss());
                }
                json.writeEndObject();
            });
            json.writeEndArray();
        });
    }

    /** The best model of each compute under each law. */
    public static String frontier(List<SizedByLaw> sized, List<Double> computes) {
        return whole(sized, json -> {
            json.writeArrayPropertyStart("frontier");
            for (SizedByLaw law : sized) {
                for (double flop : computes) {
                    Optimum best = law.law().best(flop);
                    json.writeStartObject();
                    json.writeStringProperty("law", law.id());
                    Json.number(json, "compute", flop);
                    Json.number(json, "parameters", best.parameters());
                    Json.number(json, "tokens", best.tokens());
                    if (!Double.isNaN(best.loss())) {
                        Json.number(json, "loss", best.loss());
                    }
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
        });
    }

    private static String whole(List<SizedByLaw> sized, Consumer<JsonGenerator> content) {
        return Json.text(json -> {
            Estimate first = sized.get(0).estimate();
            json.writeStartObject();
            json.writeStringProperty("schema", "scale/v1");
            json.writeStringProperty("scenario", first.scenario());
            json.writeArrayPropertyStart("set");
            first.settings().stream()
                    .filter(setting -> !setting.startsWith("training.law="))
                    .forEach(json::writeString);
            json.writeEndArray();
            json.writeStringProperty("catalog", first.catalog().hash());
            json.writeStringProperty("catalog_version", first.catalog().version());
            first.step(TrainingFigures.COMPUTE).ifPresent(step -> figure(json, "compute", first, step));
            first.step(TrainingFigures.TOKEN_STOCK_TOKENS).ifPresent(step -> {
                figure(json, "token_stock", first, step);
                step.source().ifPresent(source -> json.writeStringProperty("token_stock_source", source.citation()));
            });
            content.accept(json);
            json.writeEndObject();
        });
    }

    private static void law(JsonGenerator json, SizedByLaw law, ScaleLine line) {
        Estimate estimate = law.estimate();
        json.writeStartObject();
        json.writeStringProperty("id", law.id());
        json.writeStringProperty("title", law.title());
        json.writeBooleanProperty("default", law.id().equals(SizedByLaw.DEFAULT));
        estimate.step(ModelFigures.PARAMETERS).ifPresent(step -> figure(json, "parameters", estimate, step));
        estimate.step(ModelFigures.ACTIVE_PARAMETERS)
                .ifPresent(step -> figure(json, "active_parameters", estimate, step));
        estimate.step(ModelFigures.TOKENS).ifPresent(step -> figure(json, "tokens", estimate, step));
        Json.number(json, "tokens_per_parameter", law.tokens() / law.parameters());
        estimate.step(ModelFigures.LOSS).ifPresent(step -> figure(json, "loss", estimate, step));
        estimate.step(TrainingFigures.SHARE_OF_TOKEN_STOCK)
                .ifPresent(step -> figure(json, "share_of_token_stock", estimate, step));
        json.writeStringProperty(
                "domain",
                law.law().domain().isEmpty() ? "not stated" : law.outside().isEmpty() ? "inside" : "outside");
        law.farthest().ifPresent(times -> Json.number(json, "times_outside_fit", times));
        json.writeBooleanProperty("below_line", line.below(law));
        if (estimate.step(SHAPE + "layers").isPresent()) {
            shape(json, law);
            estimate.step(TrainingFigures.EXACT_COMPUTE)
                    .ifPresent(step -> figure(json, "exact_compute", estimate, step));
        }
        warnings(json, estimate);
        json.writeEndObject();
    }

    private static void warnings(JsonGenerator json, Estimate estimate) {
        json.writeArrayPropertyStart("warnings");
        estimate.warnings().forEach(warning -> {
            json.writeStartObject();
            json.writeStringProperty("code", warning.code());
            json.writeStringProperty("message", warning.message());
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private static void figure(JsonGenerator json, String name, Estimate estimate, Step step) {
        json.writeObjectPropertyStart(name);
        Json.number(json, "value", step.value());
        json.writeStringProperty("unit", step.unit());
        estimate.spread(step).ifPresent(spread -> {
            Json.number(json, "p5", spread.p5());
            Json.number(json, "p50", spread.p50());
            Json.number(json, "p95", spread.p95());
        });
        json.writeEndObject();
    }
}
