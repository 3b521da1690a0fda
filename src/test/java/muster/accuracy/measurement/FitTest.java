package muster.accuracy.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import muster.accuracy.CalibrationFit;
import muster.accuracy.Forecast;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.hardware.Chip;
import muster.inference.calibration.Calibration;
import muster.model.Architecture;
import org.junit.jupiter.api.Test;

/** Fits to measurements that were made with other constants. */
class FitTest {
    private static final Catalog SHELF =
            new Catalog(List.of(Architecture.KIND, Chip.KIND, Calibration.KIND), List.of(BuiltIn.load()));
    private static final Place HERE = Place.argument("here");

    private static Calibration before() {
        return SHELF.get(Calibration.KIND, new Text("operators", HERE), new Problems())
                .orElseThrow();
    }

    private static Measurement row(String id, String model, int tensor, double requests, double prompt, double value) {
        return new Measurement(
                new Place("rows.csv", 2, 1),
                id,
                "nvidia-h100-sxm",
                tensor,
                model,
                "fp8",
                "",
                "vllm",
                "",
                Optional.of(new MeasuredLayout(tensor, 1, tensor, 1, 1)),
                TrafficPattern.SERVED,
                OptionalDouble.of(requests),
                OptionalDouble.of(prompt),
                OptionalDouble.of(1024),
                OptionalInt.of(0),
                OptionalDouble.empty(),
                Optional.empty(),
                Traffic.UNKNOWN,
                Metric.TPOT_MS,
                value,
                "a test",
                "",
                "",
                "");
    }

    private static List<MeasuredCase> cases(Calibration truth) {
        List<Measurement> rows = new ArrayList<>();
        for (String model : List.of("llama-3.1-8b", "llama-3.1-70b", "qwen3-32b", "mixtral-8x7b")) {
            for (int tensor : new int[] {2, 4, 8}) {
                for (double requests : new double[] {1, 4, 32, 128}) {
                    for (double prompt : new double[] {128, 1024, 8192}) {
                        String id = "%s-%s-%s-%s".formatted(model, tensor, requests, prompt);
                        rows.add(row(id, model, tensor, requests, prompt, 1));
                    }
                }
            }
        }
        Problems problems = new Problems();
        Forecast forecast = new Forecast(truth);
        List<Measurement> measured = MeasuredCases.of(rows, SHELF, problems).ready().stream()
                .map(one -> row(
                        one.row().id(),
                        one.row().model(),
                        one.row().chips(),
                        one.row().requests().orElseThrow(),
                        one.row().prompt().orElseThrow(),
                        forecast.value(one)))
                .toList();
        problems.orThrow();
        return MeasuredCases.of(measured, SHELF, problems).ready();
    }

    @Test
    void errorsFallToAThirdWhereConstantsWereOthers() {
        Calibration before = before();
        Map<String, Double> planted = new TreeMap<>();
        planted.put("constants/layer", 9.5e-6);
        planted.put("constants/step", 0.4e-3);
        planted.put("constants/sequence", 13e-6);
        Calibration truth = FactorPaths.with(before, planted);
        List<MeasuredCase> cases = cases(truth);
        CalibrationFit fit = new CalibrationFit(before);
        Calibration found = fit.at(fit.solve(cases, fit.start(), 40));

        Map<String, Double> numbers = new TreeMap<>();
        FactorPaths.each(found, (path, input) -> numbers.put(path, FactorPaths.value(input)));
        assertThat(meanError(cases, found)).isLessThan(0.02).isLessThan(meanError(cases, before) / 3);
        // Towards the truth from 10 us; the engine's own factor takes a part of it.
        assertThat(numbers.get("constants/sequence") * numbers.get("engines/vllm/sequence"))
                .isBetween(10.4e-6, 13.5e-6);
    }

    private static double meanError(List<MeasuredCase> cases, Calibration calibration) {
        Forecast forecast = new Forecast(calibration);
        return cases.stream()
                .mapToDouble(one -> Math.abs(forecast.value(one) / one.row().value() - 1))
                .average()
                .orElseThrow();
    }

    @Test
    void aRowThatIsFarOffPullsLittle() {
        Calibration before = before();
        List<MeasuredCase> cases = cases(before);
        List<Measurement> spoiled = new ArrayList<>();
        for (MeasuredCase one : cases) {
            Measurement row = one.row();
            boolean wrong = spoiled.isEmpty();
            spoiled.add(row(
                    row.id(),
                    row.model(),
                    row.chips(),
                    row.requests().orElseThrow(),
                    row.prompt().orElseThrow(),
                    row.value() * (wrong ? 10 : 1)));
        }
        List<MeasuredCase> withOneWrong =
                MeasuredCases.of(spoiled, SHELF, new Problems()).ready();
        CalibrationFit fit = new CalibrationFit(before);
        Forecast forecast = new Forecast(fit.at(fit.solve(withOneWrong, fit.start(), 20)));
        assertThat(cases)
                .allSatisfy(one ->
                        assertThat(forecast.value(one) / one.row().value()).isCloseTo(1, within(0.05)));
    }
}
