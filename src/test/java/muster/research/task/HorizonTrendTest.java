package muster.research.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.research.task.HorizonTrend.Reliability;
import muster.scenario.ScenarioCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** METR's horizons in the catalog, and the lines through their records; the figures were worked out in another program. */
final class HorizonTrendTest {
    private static final Catalog CATALOG = ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(), new Problems());

    private static TimeHorizon horizon(String id) {
        return CATALOG.get(TimeHorizon.KIND, new Text(id, Place.argument(id)), new Problems())
                .orElseThrow();
    }

    private static List<TimeHorizon> all() {
        return CATALOG.ids(TimeHorizon.KIND).stream()
                .map(HorizonTrendTest::horizon)
                .toList();
    }

    private static List<TimeHorizon> measured() {
        return all().stream().filter(horizon -> horizon.suite().isPresent()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "HALF, 2023-01-01, 16, 128.74, 14",
        "HALF, 2024-01-01, 16, 104.71, 12",
        "HALF, 2023-01-01, 1000, 124.77, 15",
        "HALF, 2019-01-01, 1000, 182.66, 18",
        "EIGHTY, 2023-01-01, 1000, 126.70, 14"
    })
    void theLineThroughTheRecords(Reliability which, LocalDate since, double hours, double days, int records) {
        HorizonTrend trend =
                HorizonTrend.of(measured(), which, since, hours * 3600, since).orElseThrow();

        assertThat(trend.days()).isCloseTo(days, within(0.005));
        assertThat(trend.records()).isEqualTo(records);
    }

    @Test
    void theLevelIsThatOfTheDay() {
        LocalDate newYear = LocalDate.of(2026, 1, 1);
        HorizonTrend trend = HorizonTrend.of(
                        measured(), Reliability.HALF, LocalDate.of(2023, 1, 1), TimeHorizon.RELIABLE, newYear)
                .orElseThrow();

        assertThat(trend.level() / 60).isCloseTo(345.3, within(0.05));
    }

    @Test
    void fewerThanTwoRecordsMakeNoLine() {
        assertThat(HorizonTrend.of(
                        measured(),
                        Reliability.HALF,
                        LocalDate.of(2026, 3, 1),
                        Double.POSITIVE_INFINITY,
                        LocalDate.of(2026, 1, 1)))
                .isEmpty();
    }

    @Test
    void betweenTwoModels() {
        TimeHorizon first = horizon("gpt-5");
        TimeHorizon second = horizon("claude-opus-4.6");
        long days = ChronoUnit.DAYS.between(
                first.released().orElseThrow().first(),
                second.released().orElseThrow().first());

        assertThat(days).isEqualTo(182);
        assertThat(days
                        * Math.log(2)
                        / Math.log(second.half().central() / first.half().central()))
                .isCloseTo(99.7788, within(5e-4));
    }

    @Test
    void everyHorizonHasADateAndAnEightyOfItsOwn() {
        assertThat(measured()).hasSize(26);
        assertThat(measured()).allSatisfy(horizon -> {
            assertThat(horizon.released()).isPresent();
            assertThat(horizon.half().value().distribution().certain()).isFalse();
            assertThat(horizon.eighty().central() / horizon.half().central()).isBetween(0.09, 0.44);
        });
        // Since 2023 well below the 0.32 of constant hazard.
        assertThat(measured().stream()
                        .filter(horizon ->
                                horizon.released().orElseThrow().first().getYear() > 2022)
                        .map(horizon ->
                                horizon.eighty().central() / horizon.half().central()))
                .allMatch(ratio -> ratio < 0.26);
        // What was not measured says so.
        assertThat(all().stream().filter(horizon -> horizon.suite().isEmpty()))
                .hasSize(3)
                .allSatisfy(horizon -> assertThat(horizon.words()).contains("not measured"));
    }
}
