package muster.scenario;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import muster.diagnostic.BadInput;
import muster.diagnostic.Diagnostic;
import muster.testing.Seeded.Draws;
import muster.trace.TraceStep;
import org.junit.jupiter.api.Test;

/** Chips that are made for inference serve and do not train, unless the scenario says so. */
final class TrainersTest {
    private static final String ESTIMATE = "essay-2023-corrected";
    private static final String ALLOCATE = "mixed-fleet";

    // Dense 16-bit rates in TFLOP/s, as their makers print them.
    private static final Map<String, Double> TRAIN =
            Map.of("nvidia-h100-sxm", 989.4, "nvidia-h20", 148.0, "google-tpu-v5e", 197.0, "nvidia-gb200", 2500.0);
    private static final Map<String, Double> SERVE_ALONE =
            Map.of("nvidia-t4", 65.0, "nvidia-l4", 121.0, "google-tpu-v4i", 138.0, "aws-inferentia2", 190.0);

    private record Drawn(Map<String, Integer> chips, double share, double availability, double utilization) {
        String setting(String more) {
            return "fleet=!replace {chips: {%s}, share: %s, availability: %s%s}"
                    .formatted(
                            chips.entrySet().stream()
                                    .map(chip -> chip.getKey() + ": " + chip.getValue())
                                    .collect(Collectors.joining(", ")),
                            share,
                            availability,
                            more);
        }

        double flopPerSecond(Map<String, Double> rates) {
            return chips.entrySet().stream()
                    .mapToDouble(chip -> chip.getValue() * rates.getOrDefault(chip.getKey(), 0.0) * 1e12)
                    .sum();
        }
    }

    private static Drawn drawn(Draws draws) {
        Map<String, Integer> chips = new LinkedHashMap<>();
        List<String> trainers = List.of("nvidia-h100-sxm", "nvidia-h20", "google-tpu-v5e", "nvidia-gb200");
        List<String> servers = List.of("nvidia-t4", "nvidia-l4", "google-tpu-v4i", "aws-inferentia2");
        chips.put(draws.oneOf(trainers), draws.whole(1, 100_000));
        chips.putIfAbsent(draws.oneOf(trainers), draws.whole(1, 100_000));
        chips.put(draws.oneOf(servers), draws.whole(1, 100_000));
        chips.putIfAbsent(draws.oneOf(servers), draws.whole(1, 100_000));
        return new Drawn(chips, draws.between(0.1, 1), draws.between(0.5, 1), draws.between(0.2, 0.6));
    }

    /** The parts by hand, and the rate that trains by an estimate and by an allocation. */
    @Test
    void whatTrainsAndWhatStandsIdleAreTheFleetByBothRoutes() {
        List<String> ways = List.of("", ", train_on: all", ", train_on: {only: [%s]}");
        forAll(18, 500, draws -> Map.entry(drawn(draws), draws.oneOf(ways)), pair -> {
            Drawn fleet = pair.getKey();
            String first = fleet.chips().keySet().iterator().next();
            String setting = fleet.setting(pair.getValue().formatted(first));
            double all = fleet.flopPerSecond(TRAIN) + fleet.flopPerSecond(SERVE_ALONE);
            double trains = switch (ways.indexOf(pair.getValue())) {
                case 0 -> fleet.flopPerSecond(TRAIN);
                case 1 -> all;
                default -> fleet.chips().get(first) * TRAIN.get(first) * 1e12;
            };
            double up = fleet.share() * fleet.availability();
            Estimate estimate = Worked.of(
                    ESTIMATE, setting, "training.utilization=" + fleet.utilization(), "training.duration=100 day");

            assertThat(base(estimate, "training.compute"))
                    .isCloseTo(trains * up * fleet.utilization() * 100 * 86_400, withinPercentage(1e-9));
            assertThat(estimate.quantity("fleet.training_peak").isPresent()).isEqualTo(trains < all);
            if (trains < all) {
                assertThat(base(estimate, "fleet.training_peak")).isCloseTo(trains, withinPercentage(1e-9));
                assertThat(base(estimate, "fleet.training_peak") + base(estimate, "fleet.idle_in_training"))
                        .isCloseTo(base(estimate, "fleet.peak"), withinPercentage(1e-9));
            }
            // All of it serves.
            assertThat(base(estimate, "inference.capacity")).isCloseTo(all * up, withinPercentage(1e-9));
            assertThat(allocated(fleet, setting)).isCloseTo(trains * up * fleet.utilization(), withinPercentage(1e-9));
        });
    }

    private static double allocated(Drawn fleet, String setting) {
        Map<String, Double> steps = Worked.plan(
                        ALLOCATE, setting, "allocation.train.utilization=" + fleet.utilization())
                .allocation()
                .orElseThrow()
                .chain()
                .steps()
                .stream()
                .collect(Collectors.toMap(TraceStep::name, TraceStep::value, (a, b) -> b));
        return fleet.chips().keySet().stream()
                .mapToDouble(chip -> steps.getOrDefault("allocation.chips." + chip, Double.NaN)
                        * steps.getOrDefault("allocation.rate." + chip, 0.0))
                .sum();
    }

    @Test
    void aRunOverOneGenerationAssumesNothing() {
        assertThat(warnings("fleet=!replace {chips: {nvidia-h100-sxm: 100, nvidia-h200-sxm: 100}}"))
                .doesNotContain("mixed-run", "idle-in-training");
        assertThat(warnings("fleet=!replace {chips: {nvidia-h100-sxm: 100, nvidia-gb200: 100}}"))
                .contains("mixed-run");
        assertThat(warnings("fleet=!replace {chips: {google-tpu-v5e: 100, google-tpu-v6e: 100}}"))
                .contains("mixed-run");
        assertThat(
                        warnings(
                                "fleet=!replace {chips: {google-tpu-v5e: 100, google-tpu-v6e: 100}, train_on: {only: [google-tpu-v6e]}}"))
                .doesNotContain("mixed-run")
                .contains("idle-in-training");
    }

    @Test
    void idleChipsAreNamedWithTheirPartAndTheReason() {
        assertThat(Worked.of(ESTIMATE, "fleet=!replace {chips: {nvidia-h100-sxm: 1, aws-inferentia2: 1}}")
                        .warnings())
                .extracting(Diagnostic::message)
                .anyMatch(message -> message.startsWith(
                                "16% of the rate of the fleet stands idle in training: aws-inferentia2, made for inference (AWS,")
                        && message.endsWith("Maybe fleet.train_on: all?"));
        // 190 of 989.4 + 190
        assertThat(warnings("fleet=!replace {chips: {nvidia-h100-sxm: 1, aws-inferentia2: 1}, train_on: all}"))
                .doesNotContain("idle-in-training");
    }

    @Test
    void utilizationOfPublishedRunsIsThatOfTheChipsThatTrain() {
        assertThat(Worked.value(
                        ESTIMATE,
                        "training.utilization",
                        "1",
                        "fleet=!replace {chips: {google-tpu-v4: 100, google-tpu-v4i: 100}}",
                        "training.utilization=!delete"))
                .isCloseTo(0.462, withinPercentage(1e-9));
    }

    @Test
    void whatCannotTrainIsSaidAtItsPlace() {
        assertThat(problem(ESTIMATE, "fleet=!replace {chips: {nvidia-h100-sxm: 1}, train_on: {only: [nvidia-h20]}}"))
                .contains(
                        "[unknown-id]", "the fleet has no chips of 'nvidia-h20' to train on", "it has nvidia-h100-sxm");
        assertThat(problem(ALLOCATE, "fleet.train_on={only: [nvidia-h200]}"))
                .contains("[unknown-id]", "Maybe nvidia-h20?");
        assertThat(problem(ESTIMATE, "fleet=!replace {chips: {nvidia-t4: 1, nvidia-l4: 1}}"))
                .contains("[nothing-trains]", "nvidia-t4, nvidia-l4", "Maybe fleet.train_on: all?");
        assertThat(problem("essay-2023", "fleet.train_on={only: [nvidia-h100-sxm]}"))
                .contains("[train-on]", "only a rate. Maybe fleet.made_of?");
        assertThat(problem("serve-llama-70b", "fleet.train_on=all")).contains("[dead-key]", "nothing is trained");
        assertThat(problem(ESTIMATE, "fleet.train_on=every")).contains("fleet.train_on");
    }

    @Test
    void chipsThatComeLaterCanBeNamed() {
        assertThat(Worked.plan(
                                ALLOCATE,
                                "allocation.deliveries={new: {chip: nvidia-gb200, count: 10, at: 6 month}}",
                                "fleet.train_on={only: [nvidia-gb200]}")
                        .allocation()
                        .orElseThrow()
                        .chain()
                        .steps())
                .extracting(TraceStep::name)
                .contains("allocation.rate.nvidia-gb200")
                .doesNotContain("allocation.rate.nvidia-h100-sxm");
    }

    private static double base(Estimate estimate, String name) {
        return estimate.quantity(name)
                .orElseThrow(() -> new AssertionError(name))
                .base();
    }

    private static List<String> warnings(String... settings) {
        return Worked.warnings(Worked.of(ESTIMATE, settings));
    }

    private static String problem(String scenario, String... settings) {
        BadInput bad = catchThrowableOfType(BadInput.class, () -> Worked.of(scenario, settings));
        assertThat(bad).isNotNull();
        return bad.problems().toString();
    }
}
