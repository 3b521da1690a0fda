package muster.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import muster.catalog.Catalog;
import muster.catalog.EntryKind;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.scenario.ScenarioCatalog;
import muster.trace.Given;
import muster.unit.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** The published figures, each against a value worked out by hand. */
final class ReplayTest {
    private static final Map<String, PublishedReplay> REPLAYS = replays();

    @ParameterizedTest
    @CsvFileSource(resources = "/published/by-hand.csv", useHeadersInDisplayName = true)
    void oursIsWhatTheArithmeticGives(String id, double ours, String unit, String verdict, String byHand) {
        PublishedReplay replay = REPLAYS.get(id);

        assertThat(replay).as(id).isNotNull();
        assertThat(replay.ours().orElseThrow().in(unit)).as(byHand).isCloseTo(ours, withinPercentage(1e-3));
        assertThat(replay.verdict()).isEqualTo(verdict);
        assertThat(replay.figure().finding().reason()).isNotBlank();
    }

    @Test
    void everyVerdictHolds() {
        assertThat(REPLAYS.values()).allMatch(PublishedReplay::holds);
    }

    @Test
    void atLeastSixtyFiguresOfFifteenSourcesAreComputed() {
        List<PublishedReplay> computed = REPLAYS.values().stream()
                .filter(replay -> replay.ours().isPresent())
                .toList();

        assertThat(computed).hasSizeGreaterThanOrEqualTo(60);
        assertThat(computed.stream().map(PublishedReplay::source).distinct()).hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void everyFigureNamesItsSource() {
        assertThat(REPLAYS.values())
                .allSatisfy(replay -> assertThat(replay.source()).isNotBlank());
    }

    @Test
    void whatIsNotComputedSaysWhyAndBreaksNoVerdict() {
        PublishedReplay replay = REPLAYS.get("gate-2025.growth");

        assertThat(replay.ours()).isEmpty();
        assertThat(replay.verdict()).isEqualTo("not-computable");
        assertThat(replay.figure().finding().reason()).contains("not published");
        assertThat(replay.agrees()).isFalse();
        assertThat(replay.holds()).isTrue();
    }

    @Test
    void everyFootnoteOfTheEssayThatCountsIsReplayed() {
        for (String footnote : List.of("fn7", "fn8", "fn9", "body")) {
            assertThat(REPLAYS.keySet()).anyMatch(id -> id.startsWith("finnveden-2023." + footnote));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // published, ours, tolerance, agrees
        "100 token/s, 105 token/s, 6%, true",
        "100 token/s, 95 token/s, 6%, true",
        "100 token/s, 107 token/s, 6%, false",
        "100 token/s, 93 token/s, 6%, false",
        "1 h, 3600 s, 0.1%, true",
        "15000 researcher, 15000 token, 6%, false"
    })
    void figuresAgreeWithinTheToleranceOfTheSameDimension(
            String published, String ours, String tolerance, boolean agrees) {
        assertThat(replay(published, ours, tolerance, ReplayVerdict.REPRODUCED).agrees())
                .isEqualTo(agrees);
    }

    @Test
    void theDeviationIsOursOverThePublishedLessOne() {
        assertThat(replay("100 token/s", "105 token/s", "1%", ReplayVerdict.REPRODUCED)
                        .deviation()
                        .orElseThrow())
                .isCloseTo(0.05, withinPercentage(1e-9));
        assertThat(replay("15000 researcher", "15000 token", "1%", ReplayVerdict.REPRODUCED)
                        .deviation())
                .isEqualTo(OptionalDouble.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "REPRODUCED, true, true",
        "REPRODUCED, false, false",
        "WITH_CHANGE, true, true",
        "WITH_CHANGE, false, false",
        "MISPRINT, true, false",
        "MISPRINT, false, true",
        "INCONSISTENT, true, false",
        "INCONSISTENT, false, true",
        "COMPARED, true, true",
        "COMPARED, false, true"
    })
    void aVerdictHoldsWhereTheFiguresBearItOut(ReplayVerdict verdict, boolean agrees, boolean holds) {
        assertThat(replay("100 token/s", agrees ? "100 token/s" : "200 token/s", "1%", verdict)
                        .holds())
                .isEqualTo(holds);
    }

    private static PublishedReplay replay(String published, String ours, String tolerance, ReplayVerdict verdict) {
        FigureComputation some = REPLAYS.get("davidson-sheet.copies")
                .figure()
                .computed()
                .orElseThrow()
                .computedBy();
        PublishedFigure figure = new PublishedFigure(
                new Text(published, Place.argument("test")),
                new ReplayFinding.Computed(
                        Quantity.parse(published), Given.input("tolerance", tolerance), some, verdict, "a test"));
        return new PublishedReplay(
                "a test",
                PublicationTopic.COPIES,
                "test.figure",
                Optional.empty(),
                figure,
                Optional.of(Quantity.parse(ours)));
    }

    private static Map<String, PublishedReplay> replays() {
        List<EntryKind<?>> kinds = new ArrayList<>(ScenarioCatalog.KINDS);
        kinds.add(Publication.KIND);
        Problems problems = new Problems();
        Catalog catalog = ScenarioCatalog.catalog(kinds, List.of(), problems);
        List<PublishedReplay> replays = new Replays(catalog, problems).of(group -> true, id -> true);
        assertThat(problems.sorted()).isEmpty();
        return replays.stream().collect(Collectors.toMap(PublishedReplay::id, Function.identity()));
    }
}
