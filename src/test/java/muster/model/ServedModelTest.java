package muster.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import muster.diagnostic.BadInput;
import muster.scenario.Worked;
import org.junit.jupiter.api.Test;

final class ServedModelTest {

    @Test
    void aModelOfTheCatalogIsServedAtItsActiveParameters() {
        // Twice 69,503,033,344: all 70,553,706,496 less the input embedding of 128,256 * 8192.
        assertThat(Worked.value("serve-llama-70b", "inference.flop_per_token", "FLOP/token"))
                .isEqualTo(139_006_066_688.0);
        assertThat(70_553_706_496L - 128_256L * 8192).isEqualTo(69_503_033_344L);
        assertThat(Worked.value("serve-llama-70b", "model.parameters", "parameter"))
                .isEqualTo(70_553_706_496.0);
        assertThat(Worked.value("serve-llama-70b", "model.active_parameters", "parameter"))
                .isEqualTo(69_503_033_344.0);
    }

    @Test
    void aFleetServesAnExistingModelWithoutTraining() {
        // (150,000 + 50,000) * 989.4e12 + 30,000 * 2250e12 = 2.6538e20 FLOP/s, at 10%, over 139.006e9 FLOP a token.
        assertThat(Worked.value("serve-llama-70b", "fleet.peak", "FLOP/s"))
                .isCloseTo(2.6538e20, withinPercentage(1e-9));
        assertThat(Worked.value("serve-llama-70b", "inference.throughput", "token/s"))
                .isCloseTo(1.909126e8, withinPercentage(1e-4));
        assertThat(Worked.of("serve-llama-70b").step("training.compute")).isEmpty();
        assertThat(Worked.of("serve-llama-70b").step("model.tokens")).isEmpty();
    }

    @Test
    void aModelOfStatedSizeIsDense() {
        assertThat(Worked.value(
                        "serve-llama-70b",
                        "inference.flop_per_token",
                        "FLOP/token",
                        "inference.model=!replace {parameters: 11e12 parameter}"))
                .isCloseTo(22e12, withinPercentage(1e-9));
    }

    @Test
    void theTrainedModelIsServedWithTheParametersOfItsLaw() {
        // 2 * 1.14630e13
        assertThat(Worked.value("essay-2023", "inference.flop_per_token", "FLOP/token"))
                .isCloseTo(2.29260e13, withinPercentage(1e-3));
    }

    @Test
    void aMisspeltModelIsReportedWithItsNearest() {
        assertThatThrownBy(() -> Worked.of("serve-llama-70b", "inference.model=lama-3.1-70b"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("there is no architecture 'lama-3.1-70b'. Maybe llama-3.1-70b?");
    }
}
