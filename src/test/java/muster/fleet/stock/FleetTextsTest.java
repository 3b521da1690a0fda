package muster.fleet.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.fleet.StockGrowth;
import muster.fleet.chips.H100eBasis;
import muster.fleet.query.H100eCount;
import muster.fleet.query.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Growth, retirement, dates and bases as a person writes them. */
final class FleetTextsTest {
    private final Problems problems = new Problems();

    private static Text text(String value) {
        return new Text(value, Place.argument("--option " + value));
    }

    @Test
    void aCurveOfRetirementHasATime() {
        assertThat(Retirement.parse(text("none"), problems)).contains(new Retirement.None());
        // A year has 365 days here, as in all of Muster.
        assertThat(Retirement.parse(text("half-life 4 year"), problems))
                .contains(new Retirement.HalfLife(1460, "half-life 4 year"));
        assertThat(Retirement.parse(text("lifetime  90 day"), problems))
                .contains(new Retirement.Lifetime(90, "lifetime  90 day"));
        assertThat(problems.none()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"half-life 4", "half-life 4 token", "lifetime 1 s", "half-live 4 year", "lifetime -3 year", ""})
    void whatIsNoCurveIsReported(String written) {
        assertThat(Retirement.parse(text(written), problems)).isEmpty();
        assertThat(problems.sorted()).extracting(Diagnostic::code).containsExactly("retirement");
    }

    @Test
    void growthIsAFactorOfAYear() {
        assertThat(StockGrowth.parse(text("2.3/year"), problems)).hasValue(2.3);
        assertThat(StockGrowth.parse(text("1.5e1 / year"), problems)).hasValue(15);
        assertThat(problems.none()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"130%", "0/year", "2.3", "2.3/month", "-1/year", "2..3/year"})
    void whatIsNoGrowthIsReported(String written) {
        assertThat(StockGrowth.parse(text(written), problems)).isEmpty();
        assertThat(problems.sorted()).extracting(Diagnostic::code).containsExactly("growth");
    }

    @Test
    void datesAreOneDayOrTheEndsOfQuarters() {
        assertThat(Quarters.parse(text("2025-12-30"), problems)).containsExactly(LocalDate.of(2025, 12, 30));
        assertThat(Quarters.parse(text("2025-01-01..2025-09-29"), problems))
                .containsExactly(LocalDate.of(2025, 3, 31), LocalDate.of(2025, 6, 30));
        assertThat(problems.none()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-13-01", "2025", "2025-01-01..", "..", ""})
    void whatIsNoDateIsReported(String written) {
        Quarters.parse(text(written), problems);
        assertThat(problems.sorted()).extracting(Diagnostic::code).contains("not-a-date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-04-01..2025-06-29", "2025-06-30..2025-01-01", "2025-01-01..2025-06-30..2025-12-31"})
    void aRangeWithoutTheEndOfAQuarterIsReported(String written) {
        assertThat(Quarters.parse(text(written), problems)).isEmpty();
        assertThat(problems.sorted()).extracting(Diagnostic::code).containsExactly("dates");
    }

    @Test
    void theRatingOfTheSourceNamesOursByItsBasis() {
        H100eCount epoch = H100eCount.parse(text("epoch"), problems).orElseThrow();
        H100eCount bandwidth = H100eCount.parse(text("Bandwidth"), problems).orElseThrow();

        assertThat(epoch).hasToString("epoch").isEqualTo(new H100eCount(H100eBasis.EIGHT_BIT, true));
        assertThat(epoch.name(Measure.H100E)).isEqualTo("h100e_8_bit");
        assertThat(epoch.name(Measure.H100E_AS_RATED)).isEqualTo("h100e");
        assertThat(bandwidth).hasToString("bandwidth");
        assertThat(bandwidth.name(Measure.H100E)).isEqualTo("h100e");
        assertThat(bandwidth.name(Measure.CHIPS)).isEqualTo("chips");
        assertThat(H100eCount.parse(text("epoc"), problems)).isEmpty();
        assertThat(problems.sorted())
                .extracting(Diagnostic::message)
                .containsExactly("there are epoch, 8-bit, 16-bit, bandwidth, capacity. Maybe epoch?");
    }
}
