package muster.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import muster.diagnostic.BadInput;
import muster.scaling.law.SparseMoe;
import muster.scaling.loss.LossSurface;
import muster.scaling.loss.Optimum;
import muster.scenario.Estimate;
import muster.scenario.Worked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other models than the best, under every law that tells a loss: the answers on the chain against the laws as plain functions. */
final class SizingByLawTest {
    private static final String BUDGET = "chinchilla-budget";
    private static final double FLOP = 5.76e23;
    private static final double SERVED = 1e14;

    private static double value(Estimate estimate, String figure, String unit) {
        return estimate.quantity(figure).orElseThrow().in(unit);
    }

    private static double parameters(Estimate estimate) {
        return value(estimate, "model.parameters", "parameter");
    }

    private static double tokens(Estimate estimate) {
        return value(estimate, "model.tokens", "token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "besiroglu",
                "krajewski-dense",
                "gadre-c4",
                "kaplan-2020-joint",
                "busbridge",
                "abnar-moe",
                "krajewski-moe"
            })
    void aSmallerModelOfTheSameLossTakesMoreTokens(String id) {
        Estimate estimate = Worked.of(BUDGET, "training.law=" + id, "training.sizing={part_of_best: 80%}");
        LossSurface law = CatalogLaws.loss(id);
        Optimum best = law.optimum(FLOP);

        assertThat(parameters(estimate)).isCloseTo(0.8 * best.parameters(), withinPercentage(1e-4));
        assertThat(tokens(estimate)).isGreaterThan(best.tokens());
        assertThat(law.loss(parameters(estimate), tokens(estimate))).isCloseTo(best.loss(), within(1e-9));
        assertThat(value(estimate, "model.loss", "nat/token")).isCloseTo(best.loss(), within(1e-9));
        assertThat(value(estimate, "training.sizing.compute", "FLOP"))
                .isCloseTo(law.flop(parameters(estimate), tokens(estimate)), withinPercentage(1e-6));
    }

    // FLOP of training and service of the model of a size that has the loss; a token is served by the part that it
    // visits.
    private static double cost(LossSurface law, double loss, double parameters, double visited) {
        return law.flop(parameters, law.tokensFor(loss, parameters)) + 2 * SERVED * visited * parameters;
    }

    @ParameterizedTest
    @CsvSource({
        "besiroglu, '', 1",
        "gadre-c4, '', 1",
        "kaplan-2020-joint, '', 1",
        "busbridge, '', 1",
        "abnar-moe, ', sparsity: 75%', 0.25",
        "krajewski-moe, '', 0.0232558139534883" // 1 / (1/3 + 2 * 64 / 3)
    })
    void noOtherSizeOfTheSameLossServesForLess(String id, String more, double visited) {
        Estimate estimate = Worked.of(
                BUDGET,
                "training.law={id: %s%s}".formatted(id, more),
                "training.sizing={served: {output_tokens: %s token}}".formatted(SERVED));
        LossSurface law = more.isEmpty() ? CatalogLaws.loss(id) : ((SparseMoe) CatalogLaws.law(id)).at(0.75);
        double loss = law.optimum(FLOP).loss();
        double found = cost(law, loss, parameters(estimate), visited);

        assertThat(value(estimate, "model.loss", "nat/token")).isCloseTo(loss, within(1e-9));
        assertThat(law.loss(parameters(estimate), tokens(estimate))).isCloseTo(loss, within(1e-6));
        assertThat(cost(law, loss, parameters(estimate) * 1.02, visited)).isGreaterThan(found);
        assertThat(cost(law, loss, parameters(estimate) * 0.98, visited)).isGreaterThan(found);
        assertThat(parameters(estimate)).isLessThan(law.optimum(FLOP).parameters());
        assertThat(value(estimate, "training.sizing.cost_ratio", "1"))
                .isCloseTo(found / cost(law, loss, law.optimum(FLOP).parameters(), visited), withinPercentage(1e-3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"besiroglu", "kaplan-2020-joint", "busbridge", "abnar-moe", "krajewski-moe"})
    void aModelThatNoTokensBringToTheLossIsRefused(String id) {
        assertThatThrownBy(() -> Worked.of(BUDGET, "training.law=" + id, "training.sizing={part_of_best: 0.001%}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("model.tokens is no finite number");
    }

    @Test
    void limitedDataAreWorkedIntoEverySumOfPowers() {
        Estimate estimate = Worked.of(BUDGET, "training.law=gadre-c4", "training.sizing={unique_tokens: 1e11 token}");

        assertThat(Worked.warnings(estimate)).contains("data-limit-binds");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tokens-per-parameter | part_of_best: 50% | tells no loss",
                "llama-3 | served: {output_tokens: 1e13 token} | tells no loss",
                "pearce-song | part_of_best: 50% | another law seen without the embedding",
                "muennighoff | part_of_best: 50% | its data are limited already. Maybe muennighoff-c4",
                "busbridge | unique_tokens: 1e12 token | sums of powers alone. Maybe besiroglu?",
                "abnar-moe | unique_tokens: 1e12 token | sums of powers alone. Maybe besiroglu?"
            })
    void aLawOfWhichItHasNoMeaningSaysWhy(String law, String sizing, String why) {
        assertThatThrownBy(() -> Worked.of(BUDGET, "training.law=" + law, "training.sizing={%s}".formatted(sizing)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("sizing-without-loss")
                .hasMessageContaining(why);
    }
}
