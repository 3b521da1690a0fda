package muster.view.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.model.ModelFigures;
import muster.scaling.TrainedShape;
import muster.scaling.law.TrainingFigures;
import muster.scaling.loss.Optimum;
import muster.scenario.Estimate;
import muster.scenario.IsoFlop;
import muster.scenario.MoeReadings;
import muster.scenario.SizedByLaw;
import muster.trace.TraceStep;
import muster.view.Data;
import muster.view.DataDocument;
import muster.view.Fields;
import muster.view.WarningData;

/** Models by laws in the schemas {@code scale/v2}, {@code scale-moe/v1}, {@code scale-isoflop/v1}, {@code scale-frontier/v1}. */
final class ScaleData {
    private static final String SHAPE = ModelFigures.SHAPE;
    private static final String LOSS = "nat/token";

    private ScaleData() {}

    /** A training compute under each law. */
    static Data laws(ScaleLine line) {
        List<SizedByLaw> sized = line.byLaw().sized();
        return document(
                "scale/v2",
                sized,
                head(sized)
                        .number("beyond", line.far())
                        .array(
                                "laws",
                                line.laws().stream().map(law -> law(law, line)).toList())
                        .texts("left_out", line.byLaw().leftOut()));
    }

    /** A dense model and experts in its place, by what stays the same. */
    static Data moe(MoeReadings moe) {
        List<SizedByLaw> sized =
                moe.readings().stream().map(MoeReadings.Reading::sized).toList();
        List<Data> readings = new ArrayList<>();
        for (MoeReadings.Reading reading : moe.readings()) {
            readings.add(reading(reading));
            second(reading.sized()).ifPresent(readings::add);
        }
        return document(
                "scale-moe/v1",
                sized,
                head(sized).text("law", sized.get(0).id()).array("readings", readings));
    }

    private static Data reading(MoeReadings.Reading reading) {
        SizedByLaw sized = reading.sized();
        double active = sized.value(ModelFigures.ACTIVE_PARAMETERS).orElseGet(sized::parameters);
        Fields weights = new Fields();
        TrainedShape.NAMED.forEach(encoding ->
                weights.quantity(encoding.toString(), sized.value(ModelFigures.WEIGHTS + encoding), "byte"));
        return model(reading.name(), sized.parameters(), active, sized.tokens(), MoeTable.compute(reading))
                .put("weights", weights.build())
                .put("shape", shape(sized.estimate()))
                .array("warnings", warnings(sized.estimate()))
                .build();
    }

    private static Optional<Data> second(SizedByLaw sized) {
        OptionalDouble parameters = MoeTable.secondLaw(sized);
        return parameters.isEmpty()
                ? Optional.empty()
                : Optional.of(model(
                                "same_loss_second_law",
                                parameters.getAsDouble(),
                                sized.value(MoeTable.SECOND + "active_parameters")
                                        .orElseThrow(),
                                sized.tokens(),
                                MoeTable.secondCompute(sized))
                        .build());
    }

    private static Fields model(String reading, double parameters, double active, double tokens, double flop) {
        return new Fields()
                .text("reading", reading)
                .quantity("parameters", parameters, "parameter")
                .quantity("active_parameters", active, "parameter")
                .quantity("tokens", tokens, "token")
                .quantity("compute", flop, "FLOP");
    }

    /** Models of one compute under one law. */
    static Data isoFlop(SizedByLaw law, IsoFlop models) {
        return document(
                "scale-isoflop/v1",
                List.of(law),
                head(List.of(law))
                        .text("law", models.law())
                        .array(
                                "models",
                                models.rows().stream().map(ScaleData::model).toList()));
    }

    private static Data model(IsoFlop.Row row) {
        Fields fields = new Fields()
                .number("times_best", row.times())
                .quantity("parameters", row.parameters(), "parameter")
                .quantity("tokens", row.tokens(), "token")
                .quantity("loss", row.loss(), LOSS);
        return Double.isFinite(row.flopForBestLoss())
                ? fields.quantity("compute_for_best_loss", row.flopForBestLoss(), "FLOP")
                        .build()
                : fields.build();
    }

    /** The best model of each compute under each law. */
    static Data frontier(List<SizedByLaw> sized, List<Double> computes) {
        List<Data> models = new ArrayList<>();
        for (SizedByLaw law : sized) {
            computes.forEach(flop -> models.add(best(law, flop)));
        }
        return document("scale-frontier/v1", sized, head(sized).array("models", models));
    }

    private static Data best(SizedByLaw law, double flop) {
        Optimum best = law.law().best(flop);
        Fields fields = new Fields()
                .text("law", law.id())
                .quantity("compute", flop, "FLOP")
                .quantity("parameters", best.parameters(), "parameter")
                .quantity("tokens", best.tokens(), "token");
        return Double.isNaN(best.loss())
                ? fields.build()
                : fields.quantity("loss", best.loss(), LOSS).build();
    }

    private static Data document(String schema, List<SizedByLaw> sized, Fields result) {
        Estimate first = sized.get(0).estimate();
        return DataDocument.of(schema, first.catalog())
                .set(first.settings().stream()
                        .filter(setting -> !setting.startsWith("training.law="))
                        .toList())
                .sampled(first.sampling())
                .result(result);
    }

    private static Fields head(List<SizedByLaw> sized) {
        Estimate first = sized.get(0).estimate();
        Optional<TraceStep> stock = first.step(TrainingFigures.TOKEN_STOCK_TOKENS);
        return figure(new Fields().text("scenario", first.scenario()), "compute", first, TrainingFigures.COMPUTE)
                .put("token_stock", stock.map(step -> figure(first, step)))
                .text("token_stock_source", stock.flatMap(TraceStep::source).map(source -> source.citation()));
    }

    private static Data law(SizedByLaw law, ScaleLine line) {
        Estimate estimate = law.estimate();
        Fields fields = new Fields()
                .text("id", law.id())
                .text("title", law.title())
                .flag("default", law.id().equals(SizedByLaw.DEFAULT));
        figure(fields, "parameters", estimate, ModelFigures.PARAMETERS);
        figure(fields, "active_parameters", estimate, ModelFigures.ACTIVE_PARAMETERS);
        figure(fields, "tokens", estimate, ModelFigures.TOKENS);
        fields.number("tokens_per_parameter", law.tokens() / law.parameters());
        figure(fields, "loss", estimate, ModelFigures.LOSS);
        figure(fields, "share_of_token_stock", estimate, TrainingFigures.SHARE_OF_TOKEN_STOCK);
        fields.text("domain", domain(law))
                .number("times_outside_fit", law.farthest())
                .flag("below_line", line.below(law));
        if (estimate.step(SHAPE + "layers").isPresent()) {
            fields.put("shape", shape(estimate));
            figure(fields, "exact_compute", estimate, TrainingFigures.EXACT_COMPUTE);
        }
        return fields.array("warnings", warnings(estimate)).build();
    }

    private static String domain(SizedByLaw law) {
        return law.law().domain().isEmpty() ? "not stated" : law.outside().isEmpty() ? "inside" : "outside";
    }

    private static Data shape(Estimate estimate) {
        Fields shape = new Fields();
        for (TraceStep step : estimate.steps()) {
            if (step.name().startsWith(SHAPE) && !step.name().equals(SHAPE + "parameter")) {
                shape.number(step.name().substring(SHAPE.length()), step.value());
            }
        }
        return shape.build();
    }

    private static List<Data> warnings(Estimate estimate) {
        return estimate.warnings().stream().map(WarningData::of).toList();
    }

    private static Fields figure(Fields fields, String name, Estimate estimate, String figure) {
        return fields.put(name, estimate.step(figure).map(step -> figure(estimate, step)));
    }

    private static Data figure(Estimate estimate, TraceStep step) {
        Fields fields = new Fields().number("value", step.value()).text("unit", step.unit());
        estimate.percentiles(step).ifPresent(fields::percentiles);
        return fields.build();
    }
}
