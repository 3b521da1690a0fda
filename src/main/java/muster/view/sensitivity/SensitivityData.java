package muster.view.sensitivity;

import java.util.List;
import muster.scenario.SensitivityAnalysis;
import muster.sensitivity.Driver;
import muster.sensitivity.Threshold;
import muster.uncertainty.Input;
import muster.uncertainty.sampling.PointSet;
import muster.view.Data;
import muster.view.DataDocument;
import muster.view.Fields;

/** What moves a figure, in the schema {@code sensitivity/v2}. */
final class SensitivityData {
    private SensitivityData() {}

    static Data of(SensitivityAnalysis analysis) {
        String unit = analysis.figure().unit();
        Fields fields = new Fields()
                .text("scenario", analysis.scenario())
                .text("figure", analysis.figure().name())
                .number("value", analysis.figure().value())
                .text("unit", unit)
                .text("variance_of", analysis.sensitivity().logarithmic() ? "logarithm" : "figure")
                .array(
                        "inputs",
                        analysis.sensitivity().drivers().stream()
                                .map(SensitivityData::driver)
                                .toList())
                .texts("cancels", names(analysis.sensitivity().still()))
                .texts("apart", names(analysis.apart()))
                .put("reach", analysis.reach().map(reach -> reach(reach, unit)));
        return DataDocument.of("sensitivity/v2", analysis.catalog())
                .set(analysis.settings())
                .sampled(analysis.seed(), analysis.samples(), PointSet.SOBOL)
                .result(fields);
    }

    private static Data driver(Driver driver) {
        return new Fields()
                .text("name", driver.input().name())
                .text("unit", driver.input().unit().symbol())
                .text("correlation_group", driver.input().group().map(group -> group.name()))
                .number("at_p5", driver.low())
                .number("at_p95", driver.high())
                .number("share", driver.share())
                .number("first", driver.first())
                .number("total", driver.total())
                .number("standard_error", driver.error())
                .number("rank_correlation", driver.rank())
                .build();
    }

    private static List<String> names(List<Input> inputs) {
        return inputs.stream().map(Input::name).toList();
    }

    private static Data reach(SensitivityAnalysis.Reach reach, String unit) {
        return new Fields()
                .number("value", reach.target().in(unit))
                .text("unit", unit)
                .number("chance", reach.threshold().chance())
                .array(
                        "inputs",
                        reach.threshold().needs().stream()
                                .map(SensitivityData::need)
                                .toList())
                .build();
    }

    private static Data need(Threshold.Need need) {
        Fields fields = new Fields().text("name", need.input().name());
        return need.value().isPresent()
                ? fields.number(
                                need.atLeast() ? "at_least" : "at_most",
                                need.value().getAsDouble() / need.input().unit().factor())
                        .text("unit", need.input().unit().symbol())
                        .number("cumulative_probability", need.probability())
                        .build()
                : fields.number("nearest", need.nearest()).build();
    }
}
