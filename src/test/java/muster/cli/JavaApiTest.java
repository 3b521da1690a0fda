package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import muster.Muster;
import muster.allocation.search.AllocationSolution;
import muster.allocation.search.OptimalPlan;
import muster.diagnostic.BadInput;
import muster.diagnostic.Diagnostic;
import muster.inference.replica.FrontierStudy;
import muster.inference.replica.OperatingPoint;
import muster.inference.replica.ReplicaRequest;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import muster.scenario.Estimate;
import muster.scenario.SensitivityAnalysis;
import muster.trace.TraceStep;
import muster.uncertainty.sampling.Percentiles;
import muster.uncertainty.sampling.Sampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A Java program gets what the commands print, by two routes that share no printing. */
final class JavaApiTest {
    private static final Muster MUSTER = Muster.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "essay-2023              | fleet.share=50%",
                "essay-2023              | training.duration=90 day",
                "essay-2023-measured     | fleet.share=20%",
                "src/test/resources/cli/own-chips.yaml | fleet.share=50%"
            })
    void anEstimateIsThatOfTheCommand(String scenario, String setting) {
        Estimate estimate = MUSTER.estimate(scenario, setting);

        JsonNode printed = Cli.good("estimate", scenario, "--set", setting, "--format", "json")
                .json();
        assertThat(printed.path("catalog").asString())
                .isEqualTo(estimate.catalog().hash());
        printed.path("quantities")
                .properties()
                .forEach(figure -> assertThat(estimate.quantity(figure.getKey())
                                .orElseThrow()
                                .in(figure.getValue().path("unit").asString()))
                        .as(figure.getKey())
                        .isEqualTo(figure.getValue().path("value").asDouble()));
    }

    @Test
    void samplesAreThoseOfTheCommandOnAnyNumberOfThreads() {
        Estimate sampled = MUSTER.sample("essay-2023-uncertain", new Sampling(3, 5_000, 2));

        JsonNode printed = Cli.good(
                        "estimate",
                        "essay-2023-uncertain",
                        "--samples",
                        "5000",
                        "--seed",
                        "3",
                        "--threads",
                        "1",
                        "--format",
                        "json")
                .result()
                .path("quantities");
        TraceStep throughput = sampled.step("inference.throughput").orElseThrow();
        Percentiles spread = sampled.percentiles(throughput).orElseThrow();
        assertThat(List.of(spread.p5(), spread.p50(), spread.p95()))
                .containsExactly(
                        printed.path(throughput.name()).path("p5").asDouble(),
                        printed.path(throughput.name()).path("p50").asDouble(),
                        printed.path(throughput.name()).path("p95").asDouble());
    }

    @Test
    void aFrontierIsThatOfTheCommand() {
        FrontierStudy study = MUSTER.throughput(
                "llama-3.1-70b",
                "nvidia-h100-sxm",
                "fp8",
                new ReplicaRequest(new RequestTokens(1024, 1024), 16, Speculation.NONE));

        JsonNode points = Cli.good(
                        "throughput",
                        "--model",
                        "llama-3.1-70b",
                        "--chip",
                        "nvidia-h100-sxm",
                        "--formats",
                        "fp8",
                        "--max-replica-chips",
                        "16",
                        "--format",
                        "json")
                .result()
                .path("frontier");
        assertThat(study.frontier().points().stream().map(OperatingPoint::serialSpeed))
                .hasSizeGreaterThan(5)
                .containsExactlyElementsOf(points.valueStream()
                        .map(point -> point.path("serial_speed").path("value").asDouble())
                        .toList());
    }

    @Test
    void driversAreThoseOfTheCommand() {
        SensitivityAnalysis analysis =
                MUSTER.sensitivity("essay-2023-uncertain", "workforce.researcher_months_per_month", 1024, 1);

        List<String> printed = Cli.good("sensitivity", "essay-2023-uncertain", "--samples", "1024", "--format", "csv")
                .out()
                .lines()
                .toList();
        assertThat(analysis.sensitivity().drivers()).isNotEmpty();
        assertThat(printed.get(1))
                .contains(analysis.sensitivity().drivers().get(0).input().name());
    }

    @Test
    void aPlanIsThatOfTheCommand() {
        String[] settings = {"allocation.horizon=4 month", "allocation.train.points=2"};
        AllocationSolution allocated = MUSTER.allocate("mixed-fleet", settings);

        JsonNode printed = Cli.good(
                        "allocate", "mixed-fleet", "--set", settings[0], "--set", settings[1], "--format", "json")
                .result();
        assertThat(allocated.best().map(OptimalPlan::worth).orElseThrow())
                .isEqualTo(printed.path("worth").path("value").asDouble());
    }

    @Test
    void mistakesAreThoseOfTheCommandAllAtOnce() {
        String[] settings = {"fleet.shar=50%", "training.duration=90 apples"};

        List<String> printed = Cli.failed(2, "estimate", "essay-2023", "--set", settings[0], "--set", settings[1])
                .problems();
        assertThat(printed).hasSize(2);
        assertThatThrownBy(() -> MUSTER.estimate("essay-2023", settings))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        wrong -> assertThat(wrong.problems())
                                .map(Diagnostic::toString)
                                .isEqualTo(printed));
        assertThatThrownBy(() -> MUSTER.throughput(
                        "llama", "h100", "fp9", new ReplicaRequest(new RequestTokens(1, 1), 1, Speculation.NONE)))
                .isInstanceOfSatisfying(
                        BadInput.class, wrong -> assertThat(wrong.problems()).hasSize(3));
        assertThatThrownBy(() -> MUSTER.allocate("essay-2023")).hasMessageContaining("missing-section");
        assertThatThrownBy(() -> MUSTER.sensitivity("essay-2023", "no.such", 8, 1))
                .hasMessageContaining("unknown-quantity");
        assertThatThrownBy(() -> Muster.withCatalog(Path.of("no-such-folder"))).hasMessageContaining("no-file");
    }

    @Test
    void folderOfYourOwnLiesOverTheCatalog() {
        Path folder = Path.of("src/test/resources/cli/fleets");
        Muster own = Muster.withCatalog(folder);

        assertThat(own.catalog()).isNotEqualTo(MUSTER.catalog());
        assertThat(own.catalog().hash())
                .isEqualTo(Cli.good("estimate", "essay-2023", "--catalog", folder.toString(), "--format", "json")
                        .json()
                        .path("catalog")
                        .asString());
        assertThat(MUSTER.scenarios()).contains("essay-2023", "mixed-fleet");
    }

    @Test
    void threadsShareOneMuster() {
        Muster fresh = Muster.shipped();

        List<Estimate> estimates = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> fresh.estimate(i % 2 == 0 ? "essay-2023-measured" : "world-2025"))
                .toList();

        assertThat(estimates.stream().map(Estimate::steps).distinct()).hasSize(2);
    }
}
