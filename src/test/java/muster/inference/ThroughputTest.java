package muster.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import muster.scenario.Estimate;
import muster.scenario.Worked;
import org.junit.jupiter.api.Test;

final class ThroughputTest {

    @Test
    void theFlopRuleGivesTheThroughputOfTheEssay() {
        // 0.5 * 1e21 / (2 * 11e12), and over 50 token/s.
        Estimate estimate = serving("1e21 FLOP/s", "50%", "2", "11e12 parameter", "50 token/s");

        assertThat(value(estimate, "inference.throughput", "token/s")).isCloseTo(2.2727273e7, withinPercentage(1e-5));
        assertThat(value(estimate, "inference.streams", "stream")).isCloseTo(454_545.45, withinPercentage(1e-5));
    }

    @Test
    void throughputTimesFlopPerTokenIsCapacityTimesUtilization() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 100; i++) {
            double capacity = Math.pow(10, 15 + 12 * random.nextDouble());
            double utilization = 0.01 + 0.99 * random.nextDouble();
            double k = 1 + 3 * random.nextDouble();
            double parameters = Math.pow(10, 8 + 7 * random.nextDouble());
            double speed = 1 + 500 * random.nextDouble();

            Estimate estimate = serving(
                    capacity + " FLOP/s",
                    Double.toString(utilization),
                    Double.toString(k),
                    parameters + " parameter",
                    speed + " token/s");

            double throughput = value(estimate, "inference.throughput", "token/s");
            assertThat(throughput * k * parameters)
                    .as("case %d", i)
                    .isCloseTo(capacity * utilization, withinPercentage(1e-9));
            assertThat(value(estimate, "inference.flop_per_token", "FLOP/token"))
                    .as("case %d", i)
                    .isCloseTo(k * parameters, withinPercentage(1e-9));
            assertThat(value(estimate, "inference.streams", "stream") * speed)
                    .as("case %d", i)
                    .isCloseTo(throughput, withinPercentage(1e-9));
        }
    }

    @Test
    void aFasterStreamLeavesTheThroughputOfTheFlopRuleAloneAndTakesStreams() {
        Estimate slow = serving("1e21 FLOP/s", "50%", "2", "1e12 parameter", "25 token/s");
        Estimate fast = serving("1e21 FLOP/s", "50%", "2", "1e12 parameter", "100 token/s");

        assertThat(value(fast, "inference.throughput", "token/s"))
                .isEqualTo(value(slow, "inference.throughput", "token/s"));
        // 2.5e8 token/s over 25 and over 100.
        assertThat(value(slow, "inference.streams", "stream")).isCloseTo(1e7, withinPercentage(1e-9));
        assertThat(value(fast, "inference.streams", "stream")).isCloseTo(2.5e6, withinPercentage(1e-9));
    }

    @Test
    void copiesAreStreamsAndTheirTokensAddUp() {
        assertThat(Worked.value("gpt-2030", "inference.streams", "stream")).isEqualTo(1.8e6);
        assertThat(Worked.value("gpt-2030", "inference.throughput", "token/s")).isEqualTo(9e6);
        assertThat(Worked.value("gpt-2030", "inference.throughput", "token/s", "inference.serial_speed=50 token/s"))
                .isEqualTo(90e6);
    }

    @Test
    void streamsPayTheRentOfTheirChips() {
        // A stream of 30 USD an hour, sold at six times its cost, costs 5; a chip of 10 USD has two, and a quarter of
        // 1,000
        // serve.
        String[] settings = {
            "fleet=!replace {chips: {nvidia-gb300: 1000}, share: 25%}",
            "inference.throughput.price_over_cost=6",
            "inference.throughput.rent=10 USD/h/chip"
        };

        assertThat(Worked.value("epoch-sessions-2026", "inference.stream_cost", "USD/h/stream", settings))
                .isEqualTo(5);
        assertThat(Worked.value("epoch-sessions-2026", "inference.streams", "stream", settings))
                .isCloseTo(500, withinPercentage(1e-9));
        assertThat(Worked.value("epoch-sessions-2026", "inference.throughput", "token/s", settings))
                .isCloseTo(25_000, withinPercentage(1e-9));
        assertThatThrownBy(() ->
                        Worked.of("epoch-sessions-2026", "fleet=!replace {capacity: 1e21 FLOP/s, precision: 16-bit}"))
                .hasMessageContaining("[no-chips]");
        assertThatThrownBy(() -> Worked.of("epoch-sessions-2026", "fleet=!delete"))
                .hasMessageContaining("this method of inference.throughput computes with a fleet");
    }

    @Test
    void theCopiesOfDavidsonsSheetAre346Million() {
        // C / T / (k p) = 1e22 / (1.5 * 1.92450e13)
        assertThat(Worked.value("davidson-sheet", "inference.flop_per_token", "FLOP/token"))
                .isCloseTo(2.88675e13, withinPercentage(1e-3));
        assertThat(Worked.value("davidson-sheet", "inference.streams", "stream"))
                .isCloseTo(3.46410e8, withinPercentage(1e-3));
    }

    private static Estimate serving(String capacity, String utilization, String k, String parameters, String speed) {
        return Worked.of(
                "serve-llama-70b",
                "fleet=!replace {capacity: " + capacity + ", precision: bf16}",
                "inference.throughput.utilization=" + utilization,
                "inference.throughput.flop_per_parameter_token=" + k + " FLOP/parameter/token",
                "inference.model=!replace {parameters: " + parameters + "}",
                "inference.serial_speed=" + speed);
    }

    private static double value(Estimate estimate, String name, String unit) {
        return estimate.quantity(name).orElseThrow().in(unit);
    }
}
