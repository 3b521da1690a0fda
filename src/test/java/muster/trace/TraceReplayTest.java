package muster.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.scenario.Worked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The record of every built-in scenario, computed again by an evaluator that is not ours. */
final class TraceReplayTest {
    private static final int RESIZINGS = 20;

    static Stream<String> scenarios() {
        return Worked.ids().stream();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyExpressionGivesTheValueOfItsStep(String scenario) {
        List<TraceStep> steps = Worked.of(scenario).steps();

        assertThat(Reevaluation.broken(steps, Reevaluation.asItStands())).isEmpty();
        assertThat(Reevaluation.evaluated(steps)).isPositive();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyExpressionScalesAsTheUnitOfItsStepSays(String scenario) {
        List<TraceStep> steps = Worked.of(scenario).steps();

        for (int seed = 0; seed < RESIZINGS; seed++) {
            assertThat(Reevaluation.broken(steps, Reevaluation.resized(seed)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void everyLawsRecordCanBeComputedAgain(String law) {
        List<TraceStep> steps = Worked.of("essay-2023", "training.law=" + law).steps();

        assertThat(Reevaluation.broken(steps, Reevaluation.asItStands())).isEmpty();
        assertThat(Reevaluation.broken(steps, Reevaluation.resized(1))).isEmpty();
    }

    static Stream<String> laws() {
        return Worked.laws().stream();
    }

    // Parts of a scenario that no built-in one has.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "workforce.safety_tax=20%",
                "workforce.supervision={supervisors: 100, directs: 50, waits: 10%}",
                "workforce.diminishing_returns={exponent: 0.7, reference: 12}",
                "workforce.automation={reach: 8 h, lengths: {day: {length: 8 h, part: 30%}, week: {length: 40 h, "
                        + "part: 70%}}, rest: {method: amdahl, humans: 300}}",
                "workforce.automation={reach: 8 h, lengths: {day: {length: 8 h, part: 30%}, week: {length: 40 h, "
                        + "part: 70%}}, rest: {method: ces, humans: 300, rho: -0.5}}",
                "workforce.calendar.human=2000 h/year",
                "lead={duration: 6 month}",
                "lead={duration: 6 month, after: 2 month, monthly_survival: 95%, slowing: {brisk: {pace: 75%, "
                        + "lasts: 4 month}, slow: {pace: 40%, lasts: 3 month}}, productivity: {factor: 10, every: 1 year}, "
                        + "fleet_growth: {chips: {factor: 2, every: 1 year}, rates: {factor: 1.3, every: 1 year}}, "
                        + "leakage: {speedup: 1.2}, rivals_pace: 80%}",
                "lead={duration: 6 month, after: 1 day, fleet_growth: {chips: {factor: 1, every: 1 day}}, "
                        + "productivity: {times: 10}, leakage: {lost: 10%}}"
            })
    void theRecordOfEveryOptionOfWorkforceAndLeadCanBeComputedAgain(String setting) {
        List<TraceStep> steps = Worked.of("essay-2023", setting).steps();

        assertThat(Reevaluation.broken(steps, Reevaluation.asItStands())).isEmpty();
        for (int seed = 0; seed < RESIZINGS; seed++) {
            assertThat(Reevaluation.broken(steps, Reevaluation.resized(seed))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "training.sizing={part_of_best: 50%}",
                "training.sizing={unique_tokens: 1e12 token}",
                "training.sizing={served: {output_tokens: 1e13 token}}",
                "training.sizing={served: {prompt_tokens: 1e15 token, output_tokens: 1e13 token, prices: {training: {rent: 2 USD/h/chip, "
                        + "peak: 1 PFLOP/s/chip, utilization: 50%}, prefill: {rent: 2 USD/h/chip, peak: 2 PFLOP/s/chip, "
                        + "utilization: 40%}, decode: {rent: 3 USD/h/chip, peak: 2 PFLOP/s/chip, utilization: 2%}}}}",
                "training.limits={data_movement: {ends: 1e28 FLOP}, critical_batch: {step_time: 5 s}}",
                "training.gains={algorithmic_progress: {ahead: 12 month, doubling: 8.4 month}, post_training: 5}"
            })
    void theRecordOfEveryOptionOfTheTrainingCanBeComputedAgain(String setting) {
        List<TraceStep> steps =
                Worked.of("essay-2023", "training.law=besiroglu", setting).steps();

        assertThat(Reevaluation.broken(steps, Reevaluation.asItStands())).isEmpty();
        for (int seed = 0; seed < RESIZINGS; seed++) {
            assertThat(Reevaluation.broken(steps, Reevaluation.resized(seed))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{part: 40%}",
                "{part: 100%, substitution: -0.5}",
                "{reach: 8 h, substitution: -5}",
                "{rung: month}",
                "{reach: 8 h, lengths: {kinds: {day: {length: 8 h, part: 30%}, week: {length: 40 h, part: 70%}}}}",
                "{model: claude-opus-4.6}",
                "{model: gpt-5, success: constant-hazard, lengths: {median: 8 h, log_sigma: 1}}",
                "{model: gpt-5, success: hard}",
                "{model: gpt-5, success: hard-eighty, lengths: {median: 160 h}}",
                "{horizon: {half: 17.4 h, eighty: 3.1 h, as_of: 2026-04}, lengths: {kinds: {day: {length: 8 h, part: 30%}, "
                        + "week: {length: 40 h, part: 60%}}}}",
                "{model: gpt-5, success: constant-hazard, lengths: {kinds: {day: {length: 8 h, part: 30%}}}}"
            })
    void theRecordOfEveryOptionOfTheTasksOfResearchCanBeComputedAgain(String tasks) {
        List<TraceStep> steps = Worked.of("essay-2023", "research.people=2117", "research.tasks=" + tasks)
                .steps();

        assertThat(Reevaluation.broken(steps, Reevaluation.asItStands())).isEmpty();
        for (int seed = 0; seed < RESIZINGS; seed++) {
            assertThat(Reevaluation.broken(steps, Reevaluation.resized(seed))).isEmpty();
        }
    }

    @Test
    void theCheckFindsEachExpressionOfTheEssayWithItsFirstOperatorTurnedRound() {
        List<TraceStep> steps = Worked.of("essay-2023").steps();
        List<TraceStep> computed = steps.stream()
                .filter(step -> step.expression().matches(".* [*/] .*"))
                .toList();
        assertThat(computed).hasSizeGreaterThan(10);

        for (TraceStep step : computed) {
            String expression = step.expression();
            int operator = expression.indexOf(" * ") >= 0
                            && (expression.indexOf(" / ") < 0 || expression.indexOf(" * ") < expression.indexOf(" / "))
                    ? expression.indexOf(" * ")
                    : expression.indexOf(" / ");
            String turned = expression.charAt(operator + 1) == '*' ? "/" : "*";
            TraceStep wrong = derived(
                    step.name(),
                    step.value(),
                    step.unit(),
                    expression.substring(0, operator + 1) + turned + expression.substring(operator + 2));

            assertThat(Reevaluation.broken(with(steps, wrong), Reevaluation.resized(1)))
                    .as(wrong.expression())
                    .anyMatch(line -> line.startsWith(step.name() + " is "));
        }
    }

    @Test
    void theCheckFindsARightNumberInAWrongUnit() {
        List<TraceStep> steps = Worked.of("essay-2023").steps();
        TraceStep researchers = steps.stream()
                .filter(step -> step.name().equals("workforce.parallel_researchers"))
                .findFirst()
                .orElseThrow();
        List<TraceStep> wrong =
                with(steps, derived(researchers.name(), researchers.value(), "stream", researchers.expression()));

        assertThat(Reevaluation.broken(wrong, Reevaluation.asItStands())).isEmpty();
        assertThat(Reevaluation.broken(wrong, Reevaluation.resized(1)))
                .anyMatch(line -> line.startsWith("workforce.parallel_researchers is "));
    }

    @Test
    void theCheckFindsANameThatIsNoEarlierStep() {
        List<TraceStep> steps = List.of(derived("b", 1, "1", "a"), derived("a", 1, "1", "1"));

        assertThat(Reevaluation.broken(steps, Reevaluation.asItStands()))
                .singleElement()
                .asString()
                .contains("'a' is no earlier step");
    }

    @Test
    void theCheckFindsAnExpressionThatIsNoArithmetic() {
        assertThat(Reevaluation.broken(List.of(derived("a", 6, "1", "2 * ( 3")), Reevaluation.asItStands()))
                .hasSize(1);
        assertThat(Reevaluation.broken(List.of(derived("a", 2, "1", "")), Reevaluation.asItStands()))
                .hasSize(1);
    }

    @Test
    void aStepNamesOnlyStepsBeforeItAndNoNameTwice() {
        for (String scenario : Worked.ids()) {
            assertThat(Worked.of(scenario).steps()).extracting(TraceStep::name).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyInputAndConstantOfTheBuiltInScenariosNamesItsSource() {
        for (String scenario : Worked.ids()) {
            assertThat(Worked.of(scenario).steps())
                    .filteredOn(step -> step.kind() == TraceStep.Kind.INPUT || step.kind() == TraceStep.Kind.CONSTANT)
                    .as(scenario)
                    .isNotEmpty()
                    .allSatisfy(
                            step -> assertThat(step.source()).as(step.name()).isPresent());
        }
    }

    private static List<TraceStep> with(List<TraceStep> steps, TraceStep other) {
        return steps.stream()
                .map(step -> step.name().equals(other.name()) ? other : step)
                .toList();
    }

    private static TraceStep derived(String name, double value, String unit, String expression) {
        return new TraceStep(
                name, "", value, unit, TraceStep.Kind.DERIVED, expression, Optional.empty(), Optional.empty());
    }
}
