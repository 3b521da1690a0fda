package muster.uncertainty.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import muster.uncertainty.Uncertain;
import muster.uncertainty.WrittenDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every distribution, as it is written in a file, against SciPy; the script lies beside the values. */
final class ReferenceTest {

    record Row(String form, String what, String at, double expected) {
        double probability() {
            return Double.parseDouble(at);
        }
    }

    static Stream<Row> rows() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                ReferenceTest.class.getResourceAsStream("distributions.csv"), StandardCharsets.UTF_8))) {
            return lines
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> List.of(line.split(",(?=mean,|sd,|quantile,|cumulative,|density,)", 2)))
                    .map(halves -> row(halves.get(0), halves.get(1).split(",", -1)))
                    .toList()
                    .stream();
        }
    }

    private static Row row(String form, String[] cells) {
        return new Row(form, cells[0], cells[1], Double.parseDouble(cells[2]));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void agreesWithSciPy(Row row) {
        Distribution distribution = read(row.form());
        double ours = switch (row.what()) {
            case "mean" -> mean(distribution, x -> x);
            case "sd" -> {
                double mean = mean(distribution, x -> x);
                yield Math.sqrt(mean(distribution, x -> (x - mean) * (x - mean)));
            }
            case "quantile" -> distribution.quantile(row.probability());
            case "cumulative" -> distribution.cumulative(row.probability());
            case "density" -> distribution.density(row.probability());
            default -> throw new AssertionError(row.what());
        };
        // Moments are integrals of the quantile function here, which leave out the last 2^-40 of each tail.
        double relative = row.what().equals("mean") || row.what().equals("sd") ? 2e-6 : 1e-9;
        double scale = distribution.least() < 0
                ? Math.max(Math.abs(row.expected()), distribution.quantile(0.95) - distribution.quantile(0.05))
                : Math.abs(row.expected());
        assertThat(ours).isCloseTo(row.expected(), within(relative * scale + 1e-15));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theTableThatIsSampledFromAgreesToo(Row row) {
        if (row.what().equals("quantile")) {
            Distribution distribution = read(row.form());
            double scale =
                    Math.max(Math.abs(row.expected()), distribution.least() < 0 ? distribution.quantile(0.95) : 0);
            assertThat(QuantileTable.of(distribution).at(row.probability()))
                    .isCloseTo(row.expected(), within(1e-6 * scale));
        }
    }

    @Test
    void oneOfSeveralValues() {
        Distribution die = read("dist=discrete values=[4|1|2] weights=[1|2|1]");

        // By hand: 1 with one half, 2 and 4 with a quarter each.
        assertThat(List.of(die.quantile(0.01), die.quantile(0.5), die.quantile(0.51), die.quantile(0.76)))
                .containsExactly(1.0, 1.0, 2.0, 4.0);
        assertThat(List.of(die.cumulative(0.9), die.cumulative(1), die.cumulative(3), die.cumulative(4)))
                .containsExactly(0.0, 0.5, 0.75, 1.0);
        QuantileTable table = new QuantileTable(die);
        for (double probability = 0.0005; probability < 1; probability += 0.001) {
            assertThat(table.at(probability)).isEqualTo(die.quantile(probability));
        }
    }

    @Test
    void everyDistributionIsChecked() throws IOException {
        Stream<Class<?>> checked = Stream.concat(
                        rows().map(Row::form), Stream.of("dist=discrete values=[1|2]", "value=5"))
                .<Class<?>>map(form -> read(form).getClass())
                .distinct();
        assertThat(checked).containsExactlyInAnyOrder(Distribution.class.getPermittedSubclasses());
    }

    // dist=mixture of=[1,to,2|3] : parts apart by spaces, items by bars, and spaces within written as commas.
    static Distribution read(String form) {
        Map<String, WrittenDistribution> parts = new LinkedHashMap<>();
        for (String part : form.split(" ", -1)) {
            String[] halves = part.split("=", 2);
            parts.put(halves[0], written(halves[1].replace(',', ' ')));
        }
        return Uncertain.of(new WrittenDistribution.Parts(parts)).distribution();
    }

    private static WrittenDistribution written(String text) {
        return text.startsWith("[")
                ? new WrittenDistribution.Row(
                        Arrays.stream(text.substring(1, text.length() - 1).split("\\|", -1))
                                .<WrittenDistribution>map(WrittenDistribution.Word::new)
                                .toList())
                : new WrittenDistribution.Word(text);
    }

    // The integral of f(Q(p)) over p, by Gauss's rule with five points in each of 64 cells of every octave of both
    // tails.
    private static double mean(Distribution distribution, DoubleUnaryOperator f) {
        double[] points = {-0.9061798459386640, -0.5384693101056831, 0, 0.5384693101056831, 0.9061798459386640};
        double[] weights = {
            0.2369268850561891, 0.4786286704993665, 0.5688888888888889, 0.4786286704993665, 0.2369268850561891
        };
        double sum = 0;
        for (int octave = 1; octave <= 40; octave++) {
            double width = Math.scalb(1.0, -octave - 1) / 64;
            for (int cell = 0; cell < 64; cell++) {
                for (int i = 0; i < points.length; i++) {
                    double tail = width * (64 + cell + (points[i] + 1) / 2);
                    sum += width
                            * weights[i]
                            / 2
                            * (f.applyAsDouble(distribution.quantile(tail))
                                    + f.applyAsDouble(distribution.quantile(1 - tail)));
                }
            }
        }
        return sum;
    }
}
