package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class ReproduceCommandTest {

    @Test
    void everyVerdictHoldsSoStrictIsGoodToo() {
        Cli.Run plain = Cli.good("reproduce");
        Cli.Run strict = Cli.good("reproduce", "--strict");

        assertThat(strict.out()).isEqualTo(plain.out());
        assertThat(plain.out()).contains("every verdict holds").doesNotContain("FAILED");
    }

    @Test
    void aFigureShowsThePrintOursTheVerdictAndTheReason() {
        String out =
                Cli.good("reproduce", "--id", "finnveden-2023.fn8-researchers").out();

        assertThat(out)
                .contains("finnveden-2023.fn8-researchers: inconsistent")
                .contains("6e11 / 15 ~= 15000 parallel researchers")
                .contains("43,620 researcher, +190.79%")
                .contains("6e11 / 15 is 4e10")
                .contains("1 figure: 0 agree with the print, 1 do not; every verdict holds");
    }

    @Test
    void anIdChoosesEveryFigureThatBeginsSo() {
        List<String> ids = new ArrayList<>();
        JsonNode json = Cli.good("reproduce", "--id", "finnveden-2023.fn9", "--format", "json")
                .json();
        json.path("results").forEach(figure -> ids.add(figure.path("id").asString()));

        assertThat(ids)
                .containsExactlyInAnyOrder(
                        "finnveden-2023.fn9-compute",
                        "finnveden-2023.fn9-more-data",
                        "finnveden-2023.fn9-shorter",
                        "finnveden-2023.fn9-parallel");
    }

    @Test
    void aGroupChoosesThePublicationsOfIt() {
        String essay = Cli.good("reproduce", "--group", "essay").out();
        String growth = Cli.good("reproduce", "--group", "GROWTH").out();

        assertThat(essay).contains("finnveden-2023.fn8-researchers").doesNotContain("davidson-sheet.copies");
        assertThat(growth)
                .contains("ai-2027.leader-growth: inconsistent", "gate-2025.growth: not-computable", "(second-hand)");
        assertThat(Cli.failed(2, "reproduce", "--group", "growth", "--id", "finnveden")
                        .err())
                .contains("[unknown-id]", "of the group growth");
        assertThat(Cli.failed(2, "reproduce", "--group", "essays").err()).contains("essay");
    }

    @Test
    void whatIsNotComputedHasNoNumbersInJson() {
        JsonNode figure = Cli.good("reproduce", "--id", "gate-2025.growth", "--format", "json")
                .json()
                .path("results")
                .get(0);

        assertThat(figure.has("computed")).isFalse();
        assertThat(figure.path("verdict").asString()).isEqualTo("not-computable");
        assertThat(figure.path("holds").asBoolean()).isTrue();
        assertThat(figure.path("evidence").asString()).isEqualTo("second-hand");
    }

    @Test
    void anUnknownIdIsAnErrorOfTheCommandLine() {
        assertThat(Cli.failed(2, "reproduce", "--id", "davidson-sheet.copis").err())
                .contains("[unknown-id]", "Maybe davidson-sheet.copies?");
        assertThat(Cli.failed(2, "reproduce", "--id", "hoffman-2022").err()).contains("Maybe hoffmann-2022?");
        assertThat(Cli.failed(2, "reproduce", "--id", "zzz").err()).contains("[unknown-id]");
    }

    @Test
    void theFiguresOfDavidsonsSheetAreHis() {
        JsonNode figures = Cli.good("reproduce", "--id", "davidson-sheet", "--format", "json")
                .json()
                .path("results");

        assertThat(figures).hasSize(3);
        assertThat(figures.get(0).path("computed").path("value").asDouble())
                .isCloseTo(1.92450e13, withinPercentage(1e-3));
        assertThat(figures.get(1).path("computed").path("value").asDouble())
                .isCloseTo(2.88675e13, withinPercentage(1e-3));
        assertThat(figures.get(2).path("computed").path("value").asDouble())
                .isCloseTo(3.46410e8, withinPercentage(1e-3));
        assertThat(figures.get(2).path("holds").asBoolean()).isTrue();
        assertThat(figures.get(2).path("published").path("text").asString()).isEqualTo("3.46E+08");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reproduced", "with-change"})
    void aFigureMarkedReproducedThatIsNotFailsWhenStrictAndIsShownAnyway(String verdict, @TempDir Path folder)
            throws IOException {
        overlay(folder, "fn7-training-compute", verdict);

        Cli.Run plain = Cli.good("reproduce", "--catalog", folder.toString());
        assertThat(plain.out())
                .contains("finnveden-2023.fn7-training-compute: FAILED (marked " + verdict + ")")
                .contains("1 verdicts do not hold");
        Cli.Run strict = Cli.muster("reproduce", "--strict", "--catalog", folder.toString());
        assertThat(strict.status()).isEqualTo(1);
        assertThat(strict.err()).isEmpty();
        assertThat(strict.out()).isEqualTo(plain.out());
    }

    @Test
    void aFigureMarkedInconsistentThatAgreesFailsWhenStrictToo(@TempDir Path folder) throws IOException {
        overlay(folder, "fn8-serial-speedup", "inconsistent");

        assertThat(Cli.muster("reproduce", "--strict", "--catalog", folder.toString())
                        .status())
                .isEqualTo(1);
        assertThat(Cli.good("reproduce", "--id", "davidson-sheet", "--strict", "--catalog", folder.toString())
                        .out())
                .contains("every verdict holds");
    }

    @Test
    void aFigureOfTheUsersOwnIsReplayed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("own.yaml"), """
                schema: published/v1
                id: own-note
                title: A note of our own
                sources: {note: {title: "a note of our own", tier: analyst}}
                default_source: note
                group: copies
                figures:
                  wrong-unit:
                    published: "15,000 tokens"
                    value: 15000 token
                    tolerance: 1%
                    computed_by: {scenario: essay-2023, quantity: workforce.parallel_researchers}
                    verdict: reproduced
                    reason: "researchers are no tokens"
                """);

        Cli.Run run = Cli.muster("reproduce", "--strict", "--id", "own-note", "--catalog", folder.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("43,620 researcher, another unit", "FAILED (marked reproduced)");
    }

    @Test
    void aFigureOfTheUsersOwnThatNamesNoQuantityIsAProblemOfItsFile(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("own.yaml"), """
                schema: published/v1
                id: own-note
                sources: {note: {title: "a note of our own", tier: analyst}}
                default_source: note
                group: copies
                figures:
                  misspelt:
                    published: "11 trillion"
                    value: 11e12 parameter
                    tolerance: 5%
                    computed_by: {scenario: essay-2023, quantity: model.paramters}
                    verdict: reproduced
                    reason: "-"
                """);

        assertThat(Cli.failed(3, "reproduce", "--catalog", folder.toString()).err())
                .contains("own.yaml:11:29: error [unknown-quantity]", "Maybe model.parameters?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "json", "csv", "markdown"})
    void everyFormatHasEveryFigure(String format) {
        String out = Cli.good("reproduce", "--format", format).out();

        assertThat(out)
                .contains("ai-impacts-2023.h100-equivalents", "finnveden-2023.fn8-work-rate", "steinhardt-2023.");
    }

    private static void overlay(Path folder, String figure, String verdict) throws IOException {
        Files.writeString(folder.resolve("verdict.yaml"), """
                schema: published/v1
                id: finnveden-2023
                figures: {%s: {verdict: %s}}
                """.formatted(figure, verdict));
    }
}
