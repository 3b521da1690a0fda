package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class EstimateSetTest {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s()]+");

    @Test
    void theUtilizationOfServingChangesThroughputAndWhatIsBuiltOnItAndNothingUpstream() {
        Map<String, JsonNode> before = steps("estimate", "essay-2023", "--format", "json");
        Map<String, JsonNode> after =
                steps("estimate", "essay-2023", "--set", "inference.throughput.utilization=15%", "--format", "json");

        Set<String> changed = new TreeSet<>();
        before.forEach((name, step) -> {
            if (step.path("value").asDouble() != after.get(name).path("value").asDouble()) {
                changed.add(name);
            }
        });
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(changed).isEqualTo(downstream(before, "inference.throughput.utilization"));
        assertThat(changed)
                .contains(
                        "inference.throughput.utilization",
                        "inference.throughput",
                        "inference.streams",
                        "workforce.parallel_researchers",
                        "workforce.researcher_months_per_month")
                .doesNotContain("workforce.serial_speedup")
                .noneMatch(
                        name -> name.startsWith("fleet.") || name.startsWith("training.") || name.startsWith("model."));
        // 15% over 50% of 2.18093e7.
        assertThat(after.get("inference.throughput").path("value").asDouble())
                .isCloseTo(6.54279e6, withinPercentage(1e-2));
    }

    @Test
    void theWorkOfAYearChangesTheMonthsAndNotTheHeads() {
        Cli.Run run =
                Cli.good("estimate", "essay-2023", "--set", "workforce.calendar.human=24 h/day", "--format", "json");

        assertThat(run.value("workforce.parallel_researchers")).isCloseTo(43_618.6, withinPercentage(1e-2));
        assertThat(run.value("workforce.serial_speedup")).isCloseTo(5, withinPercentage(1e-9));
    }

    @Test
    void laterSettingsGoOverEarlierOnesAndAreCitedByWhatWasWritten() {
        Map<String, JsonNode> steps = steps(
                "estimate",
                "--set",
                "training.duration=90 day",
                "--set",
                "training.duration=180 day",
                "--format",
                "json");

        assertThat(steps.get("training.duration").path("value").asDouble()).isEqualTo(180);
        assertThat(steps.get("training.duration").path("file").asString()).isEqualTo("--set training.duration=180 day");
    }

    @Test
    void settingsApplyToEveryScenarioAskedFor() {
        JsonNode json = Cli.good(
                        "estimate", "essay-2023", "essay-2023-scaled", "--set", "fleet.share=50%", "--format", "json")
                .json()
                .path("results");

        // Twice the share is sqrt(2) times the model.
        assertThat(json.get(0)
                        .path("quantities")
                        .path("model.parameters")
                        .path("value")
                        .asDouble())
                .isCloseTo(1.6211e13, withinPercentage(1e-2));
        assertThat(json.get(1)
                        .path("quantities")
                        .path("model.parameters")
                        .path("value")
                        .asDouble())
                .isCloseTo(5.1264e14, withinPercentage(1e-2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "inference.throughput.utilisation=15% | Maybe utilization?",
                "inference.throughputt.utilization=15% | Maybe throughput?",
                "inferense.throughput.utilization=15% | Maybe inference?",
                "fleet.shares=15% | Maybe share?",
                "training.law.ration=15 token/parameter | Maybe ratio?"
            })
    void aMisspeltPathIsAnErrorThatNamesTheNearest(String setting, String nearest) {
        Cli.Run run = Cli.failed(2, "estimate", "essay-2023", "--set", setting);

        assertThat(run.err())
                .startsWith("--set " + setting + ": error [unknown-key]")
                .contains(nearest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fleet.capacity=4e21 | no-unit | Maybe 4e21 FLOP/s?",
                "fleet.capacity=80 Gbps | not-a-quantity | Gb/s (bits) or GB/s",
                "training.duration=90 token | wrong-unit | day",
                "training.format=bf17 | unknown-word | Maybe bf16?",
                "training.law=besirolu | unknown-id | Maybe besiroglu?",
                "fleet.share=0% | out-of-range | above 0",
                "training.duration | set | path=value",
                "=90 day | set | path=value"
            })
    void aBadValueIsAnErrorOfTheCommandLine(String setting, String code, String words) {
        Cli.Run run = Cli.failed(2, "estimate", "essay-2023", "--set", setting);

        assertThat(run.err()).contains("[" + code + "]", words);
        assertThat(run.problems()).allMatch(line -> line.startsWith("--set " + setting + ":"));
    }

    @Test
    void anEntryIsNamedByItsIdAloneOrInAMapping() {
        String alone = Cli.good("estimate", "essay-2023", "--set", "training.law=besiroglu", "--format", "csv")
                .out();

        assertThat(Cli.good("estimate", "essay-2023", "--set", "training.law={id: besiroglu}", "--format", "csv")
                        .out())
                .isEqualTo(alone);
    }

    private static Map<String, JsonNode> steps(String... arguments) {
        Map<String, JsonNode> steps = new LinkedHashMap<>();
        for (JsonNode step : Cli.good(arguments).result().path("steps")) {
            steps.put(step.path("name").asString(), step);
        }
        return steps;
    }

    // Every step whose expression names a step that is downstream, by a reading of the expressions alone.
    private static Set<String> downstream(Map<String, JsonNode> steps, String changed) {
        Set<String> downstream = new TreeSet<>(Set.of(changed));
        steps.forEach((name, step) -> {
            if (BETWEEN_WORDS
                    .splitAsStream(step.path("expression").asString(""))
                    .anyMatch(downstream::contains)) {
                downstream.add(name);
            }
        });
        return downstream;
    }
}
