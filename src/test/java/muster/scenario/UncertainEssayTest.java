package muster.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.trace.TraceStep;
import muster.uncertainty.sampling.Percentiles;
import muster.uncertainty.sampling.Sampling;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code essay-2023-uncertain} against the same model in NumPy, whose script lies beside its result. */
final class UncertainEssayTest {
    private static Estimate estimate;

    @BeforeAll
    static void sample() {
        Problems problems = new Problems();
        Catalog catalog = ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(), problems);
        Text id = new Text("essay-2023-uncertain", Place.argument("essay-2023-uncertain"));
        ScenarioPlan plan = Scenarios.plan(catalog, id, List.of(), problems).orElseThrow();
        estimate = Estimate.of(plan, Optional.of(new Sampling(7, 100_000, 2)));
    }

    record Reference(String name, double p5, double p50, double p95) {}

    static Stream<Reference> references() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                UncertainEssayTest.class.getResourceAsStream("essay-2023-uncertain-numpy.csv"),
                StandardCharsets.UTF_8))) {
            return lines
                    .lines()
                    .skip(1)
                    .map(line -> List.of(line.split(",", -1)))
                    .map(cells -> new Reference(
                            cells.get(0),
                            Double.parseDouble(cells.get(1)),
                            Double.parseDouble(cells.get(2)),
                            Double.parseDouble(cells.get(3))))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void percentilesAreThoseOfNumPy(Reference reference) {
        TraceStep step = estimate.step(reference.name()).orElseThrow();
        Percentiles spread = estimate.percentiles(step).orElseThrow();

        assertThat(spread.p50()).isCloseTo(reference.p50(), withinPercentage(2));
        assertThat(spread.p5()).isCloseTo(reference.p5(), withinPercentage(4));
        assertThat(spread.p95()).isCloseTo(reference.p95(), withinPercentage(4));
    }

    @Test
    void elevenInputsOfItsOwnAreUncertain() {
        long uncertain = estimate.steps().stream()
                .filter(step -> step.kind() == TraceStep.Kind.INPUT)
                // The catalog's own counts of the world's chips and texts, which the scenario is held against.
                .filter(step -> !step.name().startsWith("fleet.world_stock."))
                .filter(step -> !step.name().equals("training.token_stock.tokens"))
                .filter(step -> estimate.percentiles(step)
                        .filter(spread -> spread.p5() < spread.p95())
                        .isPresent())
                .count();

        assertThat(uncertain).isEqualTo(11);
    }

    @Test
    void assumedGainsAreSaidToBeAssumed() {
        assertThat(estimate.warnings())
                .filteredOn(warning -> warning.code().equals("assumed-gain"))
                .hasSize(2);
    }
}
