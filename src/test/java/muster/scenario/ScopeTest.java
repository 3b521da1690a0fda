package muster.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose compute serves: the training cluster, a part of the fleet, the whole of it. */
final class ScopeTest {
    private static final String HEADS = "workforce.parallel_researchers";

    @Test
    void allOfTheWorldRunsFourTimesWhatTheQuarterThatTrainedRuns() {
        assertThat(Worked.value("essay-2023-world", HEADS, "researcher"))
                .isCloseTo(4 * Worked.value("essay-2023", HEADS, "researcher"), withinPercentage(1e-9));
        assertThat(Worked.value("essay-2023-world", "model.parameters", "parameter"))
                .isEqualTo(Worked.value("essay-2023", "model.parameters", "parameter"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "essay-2023|fleet.share=25%|25% of the world's chips",
                "essay-2023|inference.share=40%|25% of the world's chips to train; 40% to serve",
                "serve-llama-70b|inference.share=50%|50% of one owner's fleet",
                "essay-2023|fleet.scope=training-cluster|25% of one training cluster",
            })
    void everyResultSaysWhoseComputeItIs(String scenario, String setting, String scope) {
        assertThat(Worked.of(scenario, setting).basis()).containsEntry("scope", scope);
    }
}
