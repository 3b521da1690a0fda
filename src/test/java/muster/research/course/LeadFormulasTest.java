package muster.research.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadFormulasTest {
    // METR, Time Horizon 1.1: horizons double in 128.744 days; a month of 365.25 / 12 days.
    private static final double DOUBLING = 128.744 / (365.25 / 12);

    @ParameterizedTest
    @CsvSource({"4, 1.92609", "7, 3.14908"})
    void aLeadIsARatioOfHorizons(double lead, double ratio) {
        assertThat(LeadFormulas.horizonRatio(lead, DOUBLING)).isCloseTo(ratio, within(1e-5));
        assertThat(LeadFormulas.lead(ratio, DOUBLING)).isCloseTo(lead, within(5e-5));
    }

    @ParameterizedTest
    @CsvSource({"0.05, 0.00427444, 0.937896", "0.1, 0.00878004, 0.876603", "0.3, 0.0297229, 0.640284"})
    void aYearlyChanceIsAHazard(double yearly, double hazard, double notStolen) {
        assertThat(LeadFormulas.hazard(yearly)).isCloseTo(hazard, within(1e-6 * hazard));
        assertThat(LeadFormulas.notStolen(yearly, 15)).isCloseTo(notStolen, within(1e-6));
    }

    @Test
    void aTheftIsDrawnByItsChance() {
        assertThat(LeadFormulas.theft(0.3, 0.3)).isCloseTo(12, within(1e-12));
        assertThat(LeadFormulas.theft(0, 0.999)).isInfinite();
        assertThat(LeadFormulas.theft(0.3, 0)).isZero();
    }
}
