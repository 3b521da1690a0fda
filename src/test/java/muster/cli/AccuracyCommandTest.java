package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import muster.accuracy.AccuracyTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class AccuracyCommandTest {
    private static final String HEAD = "id,chip,model,weights,stack,load,requests,prompt,output,metric,value\n";

    @TempDir
    private Path folder;

    private String file(String rows) throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), HEAD + rows).toString();
    }

    @Test
    void theBarIsKeptAndWhatIsReachedIsSaid() {
        Cli.Run run = Cli.good("accuracy", "--by", "vendor");

        assertThat(run.out())
                .contains("dense_token_time_unseen_chip")
                .contains("aiconfigurator")
                .contains("Left out by the list of exclusions")
                .contains("AMD")
                .doesNotContain("MISSED");
    }

    @Test
    void theChartByVendorHasABandForEachRegime() throws IOException {
        Path chart = folder.resolve("vendors.svg");
        Cli.muster("accuracy", "--by", "vendor", "--chart", chart.toString());

        List<String> texts = Files.readString(chart)
                .lines()
                .filter(line -> line.startsWith("<text"))
                .map(line -> line.replaceAll("<[^>]*>", ""))
                .toList();
        assertThat(texts)
                .contains(
                        "NVIDIA, dense models: measured over forecast, time per output token (ms)",
                        "AMD, dense models: measured over forecast, token/s/chip",
                        "AMD, dense models: measured over forecast, time of a request (s)",
                        "90% of dense-few")
                .anyMatch(text -> text.contains("% of them in the band of their regime"));
    }

    @Test
    void theChartByVendorOfNoRowThatCountsIsDrawnToo() throws IOException {
        Path chart = folder.resolve("none.svg");
        Path rows = folder.resolve("left-out.csv");
        Files.writeString(rows, HEAD + "a,nvidia-h100-sxm,llama-3.1-8b,bf16,vllm,production,8,1024,1024,tpot_ms,10\n");
        Cli.muster("accuracy", "--measurements", rows.toString(), "--by", "vendor", "--chart", chart.toString());

        assertThat(Files.readString(chart)).startsWith("<svg").endsWith("</svg>\n");
    }

    @Test
    void versionsOfEnginesStandApartByTheirPairs() {
        JsonNode drift = Cli.muster("accuracy", "--format", "json").result().path("drift");

        assertThat(drift.path("tensorrt-llm").path("pairs").asInt()).isGreaterThan(10);
        drift.forEach(engine -> assertThat(engine.path("median").asDouble())
                .isLessThanOrEqualTo(engine.path("p90").asDouble()));
        assertThat(Cli.muster("accuracy").out()).contains("Two rows of one configuration", "tensorrt-llm");
    }

    @Test
    void jsonHasTargetsGroupsExclusionsAndOutliers() {
        JsonNode json = Cli.good("accuracy", "--format", "json").result();
        List<String> targets = new ArrayList<>();
        json.path("targets").forEach(target -> {
            targets.add(target.path("target").asString());
            assertThat(target.has("value") && target.has("bar") && target.has("met"))
                    .isTrue();
            assertThat(target.has("goal")).isEqualTo(target.has("distance"));
        });

        assertThat(targets)
                .contains("dense_token_time", "band_coverage", "rank_correlation")
                .hasSize(AccuracyTarget.values().length);
        assertThat(json.path("scores")
                        .path("chip")
                        .path("nvidia-h100-sxm")
                        .path("rows")
                        .asInt())
                .isGreaterThan(300);
        assertThat(json.path("excluded").get(0).path("reason").asString()).isNotEmpty();
        assertThat(json.path("outliers").isEmpty()).isFalse();
    }

    @Test
    void aFileOfAUsersIsScoredAndMissesTheBarWhereItIsFarOff() throws IOException {
        String row = "mine,nvidia-h100-sxm,llama-3.1-70b,fp8,vllm,served,8,1024,1024,tpot_ms,%s\n";
        Cli.Run close = Cli.muster("accuracy", "--measurements", file(row.formatted("30")));
        Cli.Run far = Cli.muster("accuracy", "--measurements", file(row.formatted("300")));

        assertThat(close.out()).contains("1 rows: 1 counted");
        assertThat(far.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(far.out()).contains("MISSED").contains("rows.csv:2:1");
    }

    @Test
    void problemsOfAFileAreToldAtTheirPlaces() throws IOException {
        Cli.Run run = Cli.muster("accuracy", "--measurements", file("""
                        a,nvidia-h100-sxn,llama-3.1-70b,fp8,vllm,served,8,1024,1024,tpot_ms,12
                        b,nvidia-h100-sxm,llama-3.1-70b,fpp8,vllm,served,8,1024,1024,tpot_ms,12
                        """));

        assertThat(run.status()).isEqualTo(ExitStatus.DATA);
        assertThat(run.out()).isEmpty();
        assertThat(run.problems())
                .anySatisfy(line -> assertThat(line).contains("rows.csv:2:1").contains("Maybe nvidia-h100-sxm?"))
                .anySatisfy(line -> assertThat(line).contains("rows.csv:3:1").contains("Maybe fp8?"));
    }

    @Test
    void picturesAreWritten() throws IOException {
        Path scatter = folder.resolve("scatter.svg");
        Path residuals = folder.resolve("residuals.svg");
        Cli.good("accuracy", "--chart", scatter.toString(), "--residuals", residuals.toString());

        assertThat(Files.readString(scatter)).startsWith("<svg").contains("measured (ms)");
        assertThat(Files.readString(residuals)).startsWith("<svg").contains("model/measured");
    }
}
