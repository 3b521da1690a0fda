package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** How new the catalog is, through the command line. */
final class CatalogFreshnessTest {
    @TempDir
    private Path folder;

    private static JsonNode result(String... words) {
        return Cli.good(words).result();
    }

    private static JsonNode newest(JsonNode result, String kind, String whose, String what) {
        for (JsonNode each : result.path("kinds")) {
            if (each.path("kind").asString().equals(kind)) {
                for (JsonNode date : each.path("newest")) {
                    if (date.path("whose").asString("").equals(whose)
                            && date.path("what").asString().equals(what)) {
                        return date;
                    }
                }
            }
        }
        throw new AssertionError("no %s of %s %s".formatted(what, kind, whose));
    }

    @Test
    void theNewestOfEachMakerDeveloperAndOwnerIsTold() {
        JsonNode all = result("catalog", "freshness", "--format", "json");

        assertThat(newest(all, "chip", "NVIDIA", "available").path("id").asString())
                .isEqualTo("nvidia-rubin");
        assertThat(newest(all, "chip", "NVIDIA", "available").path("date").asString())
                .isEqualTo("2026-08-26");
        // What is to come is no news: the MI430X of 2027 is announced.
        assertThat(newest(all, "chip", "AMD", "available").path("id").asString())
                .isEqualTo("amd-mi455x");
        assertThat(newest(all, "chip", "AMD", "priced").path("date").asString()).isEqualTo("2026-04");
        assertThat(newest(all, "architecture", "OpenAI", "released")
                        .path("date")
                        .asString())
                .isEqualTo("2025-08");
        assertThat(newest(all, "fleet", "xai", "counted").path("id").asString()).isEqualTo("xai-2025");
        assertThat(newest(all, "headcount", "", "counted").path("id").asString())
                .isEqualTo("ai-safety-2025");
        assertThat(newest(all, "exchange-rate", "", "stated").path("date").asString())
                .startsWith("202");
        assertThat(all.path("as_of").isMissingNode()).isTrue();
    }

    @Test
    void agesAreToldAtADateAlone() {
        String plain = Cli.good("catalog", "freshness").out();
        assertThat(plain).doesNotContain("months").contains("amd-mi440x", "rates, power");

        assertThat(Cli.good("catalog", "freshness", "--as-of", "2026-11-30").out())
                .contains("months");
        JsonNode aged = result("catalog", "freshness", "--as-of", "2026-11-30", "--format", "json");
        assertThat(newest(aged, "chip", "NVIDIA", "available").path("months").asInt())
                .isEqualTo(3);
        assertThat(aged.path("as_of").asString()).isEqualTo("2026-11-30");
        assertThat(aged.path("not_in").path(0).path("months").isMissingNode()).isFalse();
    }

    @Test
    void aDateThatIsNoneIsReportedAtTheOption() {
        assertThat(Cli.failed(2, "catalog", "freshness", "--as-of", "yesterday").problems())
                .singleElement()
                .asString()
                .startsWith("--as-of yesterday: error [not-a-date] 'yesterday' is not a date");
    }

    @Test
    void whatAUserAddsIsInAndNewer() throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), """
                schema: chip/v1
                id: amd-mi440x
                vendor: AMD
                status: available
                announced: 2026-01-06
                available: 2026-11
                peak: {bf16: 2 PFLOP/s}
                memory: {hbm: {type: HBM4, capacity: 432 GiB, bandwidth: 19.6 TB/s}}
                interconnect: {}
                power: {}
                """);
        JsonNode all = result("catalog", "--catalog", folder.toString(), "freshness", "--format", "json");

        assertThat(newest(all, "chip", "AMD", "available").path("id").asString())
                .isEqualTo("amd-mi440x");
        assertThat(all.path("not_in"))
                .extracting(thing -> thing.path("id").asString())
                .contains("amd-mi500")
                .doesNotContain("amd-mi440x");
    }

    @Test
    void aListOfWhatIsNotInIsReadStrictly() throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), """
                schema: not-in/v1
                id: lab
                kind: chips
                entries:
                  lab-x1: {name: X1, whose: Lab, announced: soon, missing: all}
                """);

        assertThat(Cli.failed(3, "catalog", "--catalog", folder.toString(), "validate")
                        .problems())
                .anySatisfy(problem -> assertThat(problem).contains("mine.yaml:3:7", "[unknown-word]", "Maybe chip?"))
                .anySatisfy(problem -> assertThat(problem).contains("mine.yaml:5:45", "[not-a-date]"))
                .anySatisfy(problem -> assertThat(problem).contains("[missing-key] lab.entries.lab-x1.source"));
    }
}
