package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Serving at a required speed, as a user of {@code muster estimate} sees it. */
class EstimateRooflineTest {
    private static final String WORLD = "world-2025-serve";
    private static final String ONE = "fleet=!replace {chips: {nvidia-h100-sxm: 1}}";

    @Test
    void whatServesNothingIsShownAndSaidToFail() {
        Cli.Run run = Cli.muster("estimate", WORLD, "--set", ONE, "--format", "json");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.problems())
                .singleElement()
                .asString()
                .startsWith(
                        "world-2025-serve: no token is served at the required serial speed: nvidia-h100-sxm has no feasible deployment:"
                                + " there is 1, and a replica that is as fast takes");
        assertThat(run.value("inference.throughput")).isZero();
        assertThat(run.result().path("warnings").path(0).path("code").asString())
                .isEqualTo("no-feasible-deployment");
    }

    @Test
    void nothingCanBeSampledToo() {
        Cli.Run run = Cli.muster("estimate", WORLD, "--set", ONE, "--samples", "256", "--quiet");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).containsPattern("inference.throughput +0  token/s");
    }

    @Test
    void samplesAreTheSameBytesOnAnyNumberOfThreads() {
        String[] command = {"estimate", WORLD, "--samples", "2048", "--format", "csv", "--quiet", "--threads"};

        assertThat(Cli.good(with(command, "1")).out())
                .isEqualTo(Cli.good(with(command, "2")).out());
    }

    private static String[] with(String[] words, String last) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 1);
        all[words.length] = last;
        return all;
    }
}
