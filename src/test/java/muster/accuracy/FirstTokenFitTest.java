package muster.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import muster.accuracy.measurement.FactorPaths;
import muster.accuracy.measurement.MeasuredCase;
import muster.accuracy.measurement.MeasuredCases;
import muster.accuracy.measurement.Measurement;
import muster.accuracy.measurement.MeasurementFile;
import muster.accuracy.measurement.Metric;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.yaml.Csv;
import muster.hardware.Chip;
import muster.inference.calibration.Calibration;
import muster.inference.calibration.FirstTokenFactors;
import muster.model.Architecture;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** First tokens that wait for others: what software takes for them, and the rates that measured servers could not serve. */
class FirstTokenFitTest {
    private static final Path MEASUREMENTS = Path.of("hardware-catalog/measurements");
    private static final Catalog SHELF =
            new Catalog(List.of(Architecture.KIND, Chip.KIND, Calibration.KIND), List.of(BuiltIn.load()));

    private final Problems problems = new Problems();
    private final Calibration calibration =
            SHELF.get(Calibration.KIND, Calibration.STANDARD, problems).orElseThrow();

    private List<MeasuredCase> cases(String file) {
        Csv table = Csv.read(MEASUREMENTS.resolve(file), problems).orElseThrow();
        List<Measurement> rows = MeasurementFile.read(table, problems);
        problems.orThrow();
        List<MeasuredCase> ready = MeasuredCases.of(rows, SHELF, problems).ready();
        problems.orThrow();
        return ready;
    }

    private static Calibration with(Calibration calibration, double request, double layer, double steps) {
        return FactorPaths.with(
                calibration,
                Map.of(
                        "engines/vllm/time_to_first_token/request", request,
                        "engines/vllm/time_to_first_token/layer", layer,
                        "engines/vllm/time_to_first_token/steps", steps));
    }

    /** Rows made with known factors, fitted from others: first tokens come out as they were made. */
    @Test
    void factorsThatMadeTheRowsAreFoundAgain() {
        List<MeasuredCase> rows = cases("first-token.csv").stream()
                .filter(one -> one.row().stack().equals("vllm")
                        && one.row().origin().equals("InferenceX")
                        && one.row().requests().orElse(0) <= 64)
                .limit(60)
                .toList();
        Forecast truth = new Forecast(with(calibration, 0.02, 0.0004, 3));
        List<MeasuredCase> made = new ArrayList<>();
        rows.forEach(one -> made.add(measuring(one, truth.value(one))));

        Calibration found =
                FirstTokenFit.settled(with(calibration, 0.01, 0.0008, 1), made).calibration();
        FirstTokenFactors factors = found.engine("vllm").first();
        Forecast forecast = new Forecast(found);

        assertThat(made)
                .hasSizeGreaterThan(40)
                .allSatisfy(one ->
                        assertThat(forecast.value(one)).isCloseTo(one.row().value(), Percentage.withPercentage(8)));
        assertThat(FactorPaths.value(factors.steps())).isBetween(1.5, 6.0);
    }

    private static MeasuredCase measuring(MeasuredCase one, double value) {
        Measurement row = one.row();
        return new MeasuredCase(
                new Measurement(
                        row.place(),
                        row.id(),
                        row.chip(),
                        row.chips(),
                        row.model(),
                        row.weights(),
                        row.cache(),
                        row.stack(),
                        row.version(),
                        row.layout(),
                        row.load(),
                        row.requests(),
                        row.prompt(),
                        row.output(),
                        row.drafted(),
                        row.acceptance(),
                        row.prefill(),
                        row.traffic(),
                        row.metric(),
                        value,
                        row.origin(),
                        row.date(),
                        row.source(),
                        row.note()),
                one.architecture(),
                one.chip(),
                one.encodings(),
                one.weightBytes(),
                one.layouts());
    }

    /** The four stages whose first tokens waited for more than 10 s are those beyond what the server takes. */
    @Test
    void stagesThatTheServersCouldNotServeAreRecognised() {
        Forecast forecast = new Forecast(calibration);
        Stream<MeasuredCase> beyond = cases("arrivals.csv").stream()
                .filter(one -> one.row().metric() == Metric.TTFT_MS)
                .filter(one -> one.row().note().contains("beyond saturation"));

        assertThat(beyond).hasSize(4).allSatisfy(one -> {
            assertThat(one.row().value()).isGreaterThan(10_000);
            assertThat(forecast.firstToken(one)).isEmpty();
            assertThat(forecast.value(one)).isGreaterThan(10_000);
        });
    }

    /** The client of these rows counted each event twice: what is written is the time of the answer over its tokens. */
    @Test
    void tokensAndFirstTokensOfARateAddUpToWholeRequests() {
        Map<String, Double> values = new TreeMap<>();
        List<MeasuredCase> rows = cases("arrivals.csv");
        rows.forEach(one -> values.put(one.row().id(), one.row().value()));
        rows.stream().filter(one -> one.row().metric() == Metric.TTFT_MS).forEach(one -> {
            String stage = one.row().id().replaceFirst("-ttft$", "");
            double token = values.getOrDefault(stage + "-tpot", 0.0);
            double whole = values.getOrDefault(stage + "-request", 0.0);
            assertThat(one.row().value() + token * (one.context().outputTokens() - 1))
                    .isCloseTo(1e3 * whole, Percentage.withPercentage(0.01));
        });
        assertThat(rows).hasSize(72);
    }
}
