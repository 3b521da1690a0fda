package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that no computation can hold end in a message where they stand. */
final class ExtremeValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "estimate essay-2023 | fleet.share={dist: beta, mean: 50%, sd: 1e-9%} | error [not-a-quantity] fleet.share: these parts are too near each other, or too far apart, for a beta distribution that can be computed. Maybe 50% alone?",
                "estimate mixed-fleet | allocation.train.from=1e-26 FLOP | error [out-of-range] the law makes a model of 2.24e-15 parameters of 1.00e-26 FLOP, and a shape has 1 to 1.00e24",
                "estimate mixed-fleet | allocation.train.to=1e300 FLOP | error [out-of-range] the law makes a model of",
                "allocate mixed-fleet | allocation.horizon=150000 day | error [too-many-schedules] there are more than 20000 ways to complete models over 5000 periods",
                "allocate mixed-fleet | allocation.period=1e-9 day | error [out-of-range] the horizon 720 day is 7.200e11 periods of 1e-9 day, and a plan has at most 10000",
                "allocate mixed-fleet | allocation.train.points=2147483647 | error [not-a-count]",
                "allocate mixed-fleet | allocation.train.points=999999999 | error [out-of-range] a grid has at most 10000 points, not 999999999",
                "estimate essay-2023-measured | training.shape.kv_heads=2147483647 | error [inconsistent] training.shape: kv_heads is at most 999999999",
                "estimate essay-2023-measured | training.shape.layers=1e300 | error [inconsistent] training.shape: layers is at most 999999999",
                "estimate forethought-growth | lead.fleet_growth.compute.factor=1e300 | error [not-finite] lead.by_length is no finite number everywhere",
                "estimate essay-2023 | training.duration=1e300 day | error [not-finite]",
            })
    void whatCannotBeComputedIsRefusedWhereItStands(String command, String setting, String message) {
        assertThat(run(command, setting).problems())
                .anySatisfy(line -> assertThat(line).contains(message));
    }

    private static Cli.Run run(String command, String... settings) {
        Cli.Run run = Cli.muster(Stream.concat(
                        Arrays.stream(command.split(" ", -1)),
                        Arrays.stream(settings).flatMap(setting -> Stream.of("--set", setting)))
                .toArray(String[]::new));
        assertThat(run.status()).isIn(ExitStatus.USAGE, ExitStatus.DATA);
        return run;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{dist: beta, mean: 1e-300, sd: 1e-301}",
                "{dist: gamma, mean: 20%, sd: 1e-12%}",
                "{dist: gamma, mean: 1e-300, sd: 1e300}",
                "{dist: lognormal, mean: 20%, sd: 1e-300%}",
                "{dist: lognormal, mean: 1e-300, sd: 1e300}",
                "{low: 1e-300, high: 1e300}",
                "1e-300 to 1e300",
                "20 to 20.000000000000004%",
                "{dist: through-quantiles, low: 1%, mid: 1.0000000000000002%, high: 2%, interval: 1e-300}",
                "{dist: uniform, low: -1e308, high: 1e308}",
            })
    void aDistributionWithoutQuantilesIsNone(String written) {
        assertThat(run("estimate essay-2023 --samples 64", "fleet.share=" + written)
                        .problems())
                .hasSize(1)
                .allSatisfy(
                        line -> assertThat(line).contains("[not-a-quantity]", "too near each other, or too far apart"));
    }

    @Test
    void pointsOfAGridHaveNamesThatTellThemApart() {
        String plan = Cli.good(
                        "estimate",
                        "mixed-fleet",
                        "--set",
                        "allocation.train.from=1e25 FLOP",
                        "--set",
                        "allocation.train.to=1.01e25 FLOP")
                .err();

        assertThat(plan).isEmpty();
        assertThat(run(
                                "estimate mixed-fleet",
                                "allocation.train.from=1e25 FLOP",
                                "allocation.train.to=1.0000000000000002e25 FLOP")
                        .problems())
                .anySatisfy(line -> assertThat(line).contains("[bad-range]", "no digits tell them apart"));
    }

    @Test
    void aPartOfAChipIsNoDomain(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("chip.yaml");
        Files.writeString(file, """
                schema: chip/v1
                id: nvidia-h100-sxm
                interconnect: {scale_up: {domain: 0.18}}
                """);

        assertThat(Cli.failed(
                                ExitStatus.DATA,
                                "throughput",
                                "--catalog",
                                folder.toString(),
                                "--model",
                                "llama-3.1-8b",
                                "--chip",
                                "nvidia-h100-sxm")
                        .problems())
                .containsExactly(
                        file
                                + ":3:35: error [out-of-range] nvidia-h100-sxm.interconnect.scale_up.domain: '0.18' is not a whole number from 1 to 999999999");
    }
}
