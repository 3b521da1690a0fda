package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks of research from the command line. */
final class ResearchTasksCommandTest {
    private static final String TASKS = "research.tasks={model: claude-opus-4.6}";

    private static Cli.Run estimate(String... settings) {
        List<String> arguments = new ArrayList<>(List.of("estimate", "essay-2023", "--format", "json"));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        return Cli.muster(arguments.toArray(String[]::new));
    }

    @Test
    void aModelOfTheCatalogGivesThePartAndItsLimit() {
        Cli.Run run = estimate("research.people=2117", TASKS);

        assertThat(run.status()).isZero();
        assertThat(run.value("research.automated_part")).isCloseTo(0.370505, within(1e-6));
        assertThat(run.value("research.labour_limit")).isCloseTo(Math.pow(1 - 0.370505, -1.5), within(1e-5));
        // AIs are so many that people alone bind: labour is near its limit, and speed-up far below that of heads that
        // add up.
        assertThat(run.value("research.heads") / 2117).isCloseTo(run.value("research.labour_limit"), within(1e-3));
        assertThat(run.value("research.speedup"))
                .isBetween(1.1, 1.2)
                .isLessThan(estimate("research.people=2117").value("research.speedup") / 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{horizon: {half: 17.4 h, eighty: 3.1 h}} | missing-key | research.tasks.horizon.as_of is missing",
                "{horizon: {half: 3 h, eighty: 17 h, as_of: 2026}} | inconsistent | eighty, 17 h, is not below half, 3 h",
                "{model: claude-opus-4.66} | unknown-id | Maybe claude-opus-4.6?",
                "{part: 50%, lengths: {median: 20 h}} | dead-key | research.tasks.lengths.median is read by nothing",
                "{rung: months} | unknown-word | Maybe month?",
                "{part: 150%} | out-of-range | from 0 to 100%",
                "{part: 50%, substitution: 0.5} | out-of-range | below 0",
                "{reach: 8} | no-unit | Maybe 8 h?",
                "{model: gpt-5, success: soft} | unknown-word | metr, constant-hazard, hard, hard-eighty",
                "{reach: 1 h, lengths: {kinds: {a: {length: 1 h, part: 80%}, b: {length: 9 h, part: 30%}}}} | inconsistent | 110% of the work"
            })
    void whatIsWrongIsSaid(String tasks, String code, String said) {
        Cli.Run run = estimate("research.people=2117", "research.tasks=" + tasks);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.problems())
                .singleElement()
                .asString()
                .contains("error [" + code + "]")
                .contains(said);
    }

    @Test
    void tasksThatAreLeftToPeopleNeedPeople() {
        Cli.Run run = estimate(TASKS);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.problems())
                .singleElement()
                .asString()
                .contains("error [missing-key]", "research.people is 0 researcher");
    }

    @Test
    void whatIsCountedTwiceIsRefusedWithTheReason() {
        assertThat(estimate(
                                "research.people=2117",
                                TASKS,
                                "workforce.automation={part: 50%, rest: {method: amdahl, humans: 100}}")
                        .err())
                .contains("error [counted-twice]", "which tasks AIs can do");
        String rate = "workforce.reference={training_compute: 1e28 FLOP, flop_per_token: 1e13 FLOP/token}";
        assertThat(estimate("research.people=2117", TASKS, "workforce.elasticity=0.75", rate)
                        .err())
                .contains("error [counted-twice]", "how good the model is");
        // A stated part says nothing of the model.
        assertThat(estimate("research.people=2117", "research.tasks={part: 50%}", "workforce.elasticity=0.75", rate)
                        .err())
                .doesNotContain("counted-twice");
    }

    @Test
    void aHorizonBeyondItsSuiteIsWarnedOf() {
        assertThat(estimate("research.people=2117", "research.tasks={model: claude-mythos-preview}")
                        .out())
                .contains("horizon-unreliable", "17.4 h", "above 16 h");
        assertThat(estimate("research.people=2117", TASKS).out()).doesNotContain("horizon-unreliable");
    }

    @Test
    void aPlanOfAllocationRefusesWhatItDoesNotRead() {
        Cli.Run run = Cli.muster(
                "allocate",
                "mixed-fleet-research",
                "--set",
                "research.people=2000",
                "--set",
                "research.tasks={part: 40%}");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.problems())
                .singleElement()
                .asString()
                .contains("error [dead-key]", "a plan counts each agent as a head");
    }
}
