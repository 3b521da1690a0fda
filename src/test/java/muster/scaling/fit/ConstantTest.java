package muster.scaling.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import muster.scaling.loss.ChinchillaLoss;
import org.junit.jupiter.api.Test;

final class ConstantTest {
    // E + A/N^0.24 + B/D^0.24 with A and B of 2 and 3 is E + (a M^0.12 + b M^-0.12) C^-0.12 with A and B times 6^0.12.
    @Test
    void theOverTrainingFormHasHalfTheExponentAndCountsTheCompute() {
        ChinchillaLoss law = new ChinchillaLoss(1.5, 2, 0.24, 3, 0.24, 6);

        assertThat(LawConstant.IRREDUCIBLE_LOSS.of(law, true)).isEqualTo(1.5);
        assertThat(LawConstant.PARAMETER_EXPONENT.of(law, true)).isEqualTo(0.12);
        assertThat(LawConstant.TOKEN_EXPONENT.of(law, true)).isEqualTo(0.12);
        assertThat(LawConstant.PARAMETER_COEFFICIENT.of(law, true)).isCloseTo(2 * 1.2398757, within(1e-5));
        assertThat(LawConstant.TOKEN_COEFFICIENT.of(law, true)).isCloseTo(3 * 1.2398757, within(1e-5));
        assertThat(LawConstant.TOKEN_EXPONENT.of(law, false)).isEqualTo(0.24);
        assertThat(LawConstant.TOKEN_COEFFICIENT.of(law, false)).isEqualTo(3);
    }
}
