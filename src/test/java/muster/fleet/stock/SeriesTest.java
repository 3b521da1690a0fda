package muster.fleet.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class SeriesTest {
    private static final LocalDate MARCH = LocalDate.of(2024, 3, 31);
    private static final LocalDate JUNE = LocalDate.of(2024, 6, 30);
    private static final StockSeries SERIES = series(OptionalDouble.empty());

    private static StockSeries series(OptionalDouble growth) {
        TreeMap<LocalDate, UncertaintyBand> ends = new TreeMap<>();
        ends.put(MARCH, new UncertaintyBand(80, 91, 110));
        ends.put(JUNE, new UncertaintyBand(160, 182, 250));
        return new StockSeries(ends, growth);
    }

    @Test
    void aQuarterEndHasWhatTheFileSays() {
        assertThat(SERIES.at(MARCH)).isEqualTo(new UncertaintyBand(80, 91, 110));
        assertThat(SERIES.at(JUNE)).isEqualTo(new UncertaintyBand(160, 182, 250));
    }

    @Test
    void withinAQuarterTheStockRisesOnAStraightLine() {
        // The second quarter has 91 days; ten of them are ten chips more.
        assertThat(SERIES.at(LocalDate.of(2024, 4, 10)).p50()).isEqualTo(101, within(1e-9));
        // The first quarter of 2024 has 91 days too and begins with none.
        assertThat(SERIES.at(LocalDate.of(2024, 1, 7)).p50()).isEqualTo(7, within(1e-9));
    }

    @Test
    void thereIsNothingBeforeTheFirstQuarter() {
        assertThat(SERIES.start()).isEqualTo(LocalDate.of(2023, 12, 31));
        assertThat(SERIES.at(LocalDate.of(2023, 12, 31))).isEqualTo(UncertaintyBand.NONE);
    }

    @Test
    void afterTheLastQuarterItGrowsAtTheStatedRate() {
        UncertaintyBand grown = series(OptionalDouble.of(2.3)).at(JUNE.plusDays(365));

        assertThat(grown.p50()).isCloseTo(2.3 * 182, withinPercentage(1e-9));
        assertThat(grown.p95()).isCloseTo(2.3 * 250, withinPercentage(1e-9));
    }

    @Test
    void halfOfTheChipsOfTheAgeOfAHalfLifeStillRun() {
        // Each quarter has 91 days, and its chips are half of that older than its end.
        Retirement.HalfLife curve = new Retirement.HalfLife(90, "half-life 90 day");

        double expected = 91 * Math.pow(0.5, 136.5 / 90) + 91 * Math.pow(0.5, 45.5 / 90);
        assertThat(SERIES.running(JUNE, curve).p50()).isCloseTo(expected, withinPercentage(1e-9));
    }

    @Test
    void chipsOlderThanTheirLifetimeNoLongerCount() {
        assertThat(SERIES.running(JUNE, new Retirement.Lifetime(91, "lifetime 91 day"))
                        .p50())
                .isEqualTo(182 - 91, within(1e-9));
        assertThat(SERIES.running(JUNE, new Retirement.None())).isEqualTo(SERIES.at(JUNE));
    }

    @Test
    void aBandIsMetByItsDistribution() {
        UncertaintyBand band = new UncertaintyBand(80, 91, 110);

        assertThat(band.distribution().quantile(0.05)).isCloseTo(80, withinPercentage(1e-9));
        assertThat(band.distribution().quantile(0.5)).isCloseTo(91, withinPercentage(1e-9));
        assertThat(band.distribution().quantile(0.95)).isCloseTo(110, withinPercentage(1e-9));
    }
}
