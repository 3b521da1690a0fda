package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class AccuracyGainsTest {
    @TempDir
    private Path folder;

    @Test
    void everyRowHasASourceAndOursOrTheReasonWhyNot() {
        JsonNode json = Cli.good("accuracy", "gains", "--format", "json").json();
        List<String> groups = new ArrayList<>();

        json.path("results").forEach(group -> {
            groups.add(group.path("group").asString());
            assertThat(group.path("met").asBoolean()).isTrue();
            group.path("rows").forEach(row -> {
                assertThat(row.path("source").asString()).isNotEmpty();
                assertThat(row.has("computed") || row.has("left_out")).isTrue();
                assertThat(row.has("computed")).isEqualTo(row.has("error"));
            });
        });
        assertThat(groups).containsExactly("formats", "prediction-heads", "pruning", "spec-bench");
    }

    @Test
    void aRowOfAUsersCountsAndCanMissTheBar() throws IOException {
        Files.writeString(folder.resolve("gains.yaml"), """
                schema: measured-gains/v1
                id: spec-bench
                rows: {a100-vicuna-7b-eagle: {gain: 20}}
                """);
        Cli.Run run = Cli.muster("accuracy", "--catalog", folder.toString(), "gains");

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.out()).contains("MISSED");
    }
}
