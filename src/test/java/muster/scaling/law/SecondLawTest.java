package muster.scaling.law;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Optional;
import muster.diagnostic.BadInput;
import muster.diagnostic.Place;
import muster.model.Proportions;
import muster.scaling.CatalogLaws;
import muster.scaling.SecondLaw;
import muster.scaling.TrainedShape;
import muster.scaling.loss.LossSurface;
import muster.scenario.Estimate;
import muster.scenario.Worked;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.sampling.SampleBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answer of a second law of experts, beside that of the first. */
final class SecondLawTest {
    private static final int RUNS = 500;
    private static final String UNDER = "training.moe.by_law.";
    private static final String FINE = UNDER + "fine_grained_moe.";

    private static double value(Estimate estimate, String name) {
        return estimate.quantity(name).orElseThrow().base();
    }

    private static Estimate at(double compute, String experts) {
        return Worked.of(
                "chinchilla-budget",
                "training.compute=%s FLOP".formatted(compute),
                "training.moe={same_loss: {%s, beyond: allowed}}".formatted(experts));
    }

    // Bisected in Python with the constants of Krajewski's Table 1, for the dense model outside its embedding.
    @Test
    void theEssaysModelIsTheOneWorkedOutByHand() {
        Estimate estimate = at(1.577e28, "experts: 128, active: 8");

        assertThat(value(estimate, FINE + "dense_loss")).isCloseTo(1.2394168631, within(1e-6));
        assertThat(value(estimate, FINE + "law_parameters")).isCloseTo(2.597200097e13, withinPercentage(0.001));
        assertThat(value(estimate, FINE + "law_active_parameters")).isCloseTo(6.040000226e11, withinPercentage(0.001));
        // As compare has them, which scales and rounds the shape of the dense model: 6.08e11 of 3.20e13.
        assertThat(value(estimate, FINE + "active_parameters")).isCloseTo(6.08e11, withinPercentage(1.2));
        assertThat(value(estimate, FINE + "parameters")).isCloseTo(3.20e13, withinPercentage(1.2));
        assertThat(value(estimate, UNDER + "times_active_parameters")).isCloseTo(6, within(0.5));
        assertThat(value(estimate, UNDER + "times_parameters")).isCloseTo(23, within(0.8));
    }

    // Whatever the dense model, the mixture has its loss by its own pair of laws, and the shape has its parameters.
    @Test
    void theMixtureHasTheLossOfTheDenseModelByItsOwnLaws() {
        FineGrainedMoe experts = (FineGrainedMoe) CatalogLaws.law("krajewski-moe");
        Chinchilla plain = (Chinchilla) CatalogLaws.law("krajewski-dense");
        LossSurface routed = experts.loss().orElseThrow();
        LossSurface dense = plain.loss().orElseThrow();
        Place place = Place.argument("test");
        Proportions like = TrainedShape.usual(place).proportions();
        forAll(
                183,
                RUNS,
                draws -> new double[] {draws.magnitude(1e9, 1e15), draws.magnitude(1e10, 1e16), draws.between(0, 1)},
                drawn -> {
                    boolean embedding = drawn[2] > 0.5;
                    Chain chain = new Chain(SampleBatch.central());
                    Figure parameters = chain.number(drawn[0]).times(CountedUnits.parameter(chain));
                    Figure tokens = chain.number(drawn[1]).times(CountedUnits.token(chain));
                    ComputeOptimal sized = ComputeOptimal.dense(
                            chain.number(6 * drawn[0] * drawn[1]).times(CountedUnits.flop(chain)),
                            parameters.as("N", "", "parameter"),
                            tokens.as("D", "", "token"),
                            Optional.empty());
                    new SecondLaw(experts, plain)
                            .beside(chain, sized, sized.parameters(), sized.active(), like, embedding, place);
                    double outside = embedding ? value(chain, "training.dense.outside_embedding") : drawn[0];
                    double all = value(chain, FINE + "law_parameters");

                    assertThat(routed.loss(all, drawn[1])).isCloseTo(dense.loss(outside, drawn[1]), within(1e-9));
                    assertThat(all)
                            .isCloseTo(43 * value(chain, FINE + "law_active_parameters"), withinPercentage(1e-9));
                    assertThat(value(chain, UNDER + "times_parameters"))
                            .isCloseTo(value(chain, FINE + "parameters") / drawn[0], withinPercentage(1e-9));
                });
    }

    private static double value(Chain chain, String name) {
        return chain.steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "second_law: besiroglu | second_law is a law of the method fine-grained-moe. Maybe krajewski-moe?",
                "second_dense: kaplan-2020 | second_dense is a law of the method chinchilla. Maybe krajewski-dense?"
            })
    void lawsOfOtherMethodsAreRefused(String law, String message) {
        assertThatThrownBy(() -> at(1e24, "experts: 8, active: 2, " + law))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
    }
}
