package muster.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import muster.diagnostic.BadInput;
import org.junit.jupiter.api.Test;

/** A section that builds on one that is not there, and keys that nothing reads. */
final class SectionChecksTest {

    @Test
    void trainingByTimeNeedsAFleet() {
        assertThat(problems("essay-2023", "fleet=!delete"))
                .anyMatch(problem -> problem.contains("[missing-section]")
                        && problem.contains("the section fleet: is missing")
                        && problem.contains("Maybe training.compute instead?"));
    }

    @Test
    void servingWhatIsTrainedNeedsATraining() {
        assertThat(problems("essay-2023", "training=!delete"))
                .singleElement()
                .asString()
                .contains("[missing-section]", "the section training: is missing", "inference.model is 'trained'");
    }

    @Test
    void aTrainedModelThatNobodyServesIsReported() {
        assertThat(problems("essay-2023", "inference.model=llama-3.1-70b"))
                .singleElement()
                .asString()
                .contains("[unused-section]", "the model that is trained here is not served");
    }

    @Test
    void aWorkforceNeedsTokens() {
        assertThat(problems("gpt-2030", "inference=!delete"))
                .anyMatch(problem ->
                        problem.contains("[missing-section]") && problem.contains("the section inference: is missing"));
    }

    @Test
    void theFlopRuleNeedsAFleetAndAModel() {
        assertThat(problems("serve-llama-70b", "fleet=!delete"))
                .singleElement()
                .asString()
                .contains("[missing-section]", "the section fleet: is missing");
        assertThat(problems("serve-llama-70b", "inference.model=!delete"))
                .singleElement()
                .asString()
                .contains("[missing-key]", "inference.model is missing");
    }

    @Test
    void aScenarioWithNothingToComputeIsReported() {
        assertThat(problems("ai-impacts-2023q1", "fleet=!delete"))
                .singleElement()
                .asString()
                .contains("[missing-section]", "there is nothing to compute");
    }

    @Test
    void aKeyThatTheChosenMethodNeverReadsIsAnError() {
        // Copies are counted, so no share of a fleet enters.
        assertThat(problems("gpt-2030", "inference.share=50%"))
                .singleElement()
                .asString()
                .contains("[dead-key]", "inference.share is read by nothing");
    }

    @Test
    void aKeyOfAnotherMethodIsAnError() {
        assertThat(problems("essay-2023", "inference.throughput.copies=5"))
                .singleElement()
                .asString()
                .contains("[unknown-key]", "'copies' is not a key of inference.throughput");
    }

    @Test
    void anotherMethodReplacesTheWholeBlock() {
        assertThat(problems("essay-2023", "inference.throughput.method=copies"))
                .singleElement()
                .asString()
                .contains("[missing-key]", "inference.throughput.copies is missing");
    }

    @Test
    void anotherLawReplacesTheWholeBlockWithItsConstants() {
        Estimate estimate = Worked.of("essay-2023", "training.law=horizon");

        assertThat(estimate.step("training.law.ratio")
                        .orElseThrow()
                        .place()
                        .orElseThrow()
                        .file())
                .isEqualTo("hardware-catalog/laws/horizon.yaml");
        assertThat(estimate.step("training.law.horizon")).isPresent();
    }

    @Test
    void aChangedConstantOfALawKeepsTheOthers() {
        Estimate estimate = Worked.of("essay-2023", "training.law.ratio=40 token/parameter");

        assertThat(estimate.step("training.law.ratio").orElseThrow().value()).isEqualTo(40);
        assertThat(estimate.step("training.law.flop_per_parameter_token")
                        .orElseThrow()
                        .value())
                .isEqualTo(6);
    }

    @Test
    void withoutAWorkforceTheChainEndsAtTokens() {
        Estimate estimate = Worked.of("essay-2023", "workforce=!delete");

        assertThat(estimate.step("inference.streams")).isPresent();
        assertThat(estimate.steps()).noneMatch(step -> step.name().startsWith("workforce"));
    }

    private static List<String> problems(String scenario, String... settings) {
        BadInput bad = catchThrowableOfType(BadInput.class, () -> Worked.of(scenario, settings));
        assertThat(bad).isNotNull();
        return bad.problems().stream().map(Object::toString).toList();
    }
}
