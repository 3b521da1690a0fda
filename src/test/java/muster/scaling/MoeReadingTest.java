package muster.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import muster.diagnostic.BadInput;
import muster.model.ActiveParameters;
import muster.model.Architecture;
import muster.model.ModelSize;
import muster.model.Shape;
import muster.model.TotalParameters;
import muster.model.layer.FeedForward;
import muster.scaling.law.SparseMoe;
import muster.scaling.loss.LossSurface;
import muster.scenario.Estimate;
import muster.scenario.Worked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Experts from a compute budget, by what stays the same as with the dense model. */
final class MoeReadingTest {
    // 20 tokens a parameter: sqrt(5.76e23 / 120) is 69.28e9.
    private static final String BUDGET = "chinchilla-budget";
    private static final double DENSE = Math.sqrt(5.76e23 / 120);
    private static final String EXPERTS = "{experts: 128, active: 8}";

    private static Estimate read(String reading) {
        return Worked.of(BUDGET, "training.moe={%s: %s}".formatted(reading, EXPERTS));
    }

    private static double value(Estimate estimate, String figure, String unit) {
        return estimate.quantity(figure).orElseThrow().in(unit);
    }

    private static double parameters(Estimate estimate) {
        return value(estimate, "model.parameters", "parameter");
    }

    private static double active(Estimate estimate) {
        return value(estimate, "model.active_parameters", "parameter");
    }

    // What a shape of these experts counts: attention once, of the blocks 8 in 128.
    private static double visitedPart(Estimate estimate) {
        double width = value(estimate, "model.shape.width", "1");
        double heads = value(estimate, "model.shape.heads", "1") + value(estimate, "model.shape.kv_heads", "1");
        double layers = value(estimate, "model.shape.layers", "1");
        double block = 3 * width * value(estimate, "model.shape.feed_forward", "1");
        double beside = width * (2 * 128 * heads + 2 + 128);
        double outside = (2 * 128256 + 1) * width;
        return (layers * (beside + 8 * block) + outside) / (layers * (beside + 128 * block) + outside);
    }

    @Test
    void theSameTotalVisitsAPartAndCostsThatPart() {
        Estimate estimate = read("same_total");

        assertThat(parameters(estimate)).isCloseTo(DENSE, withinPercentage(1e-9));
        assertThat(active(estimate)).isCloseTo(DENSE * visitedPart(estimate), withinPercentage(1e-9));
        assertThat(active(estimate) / DENSE).isBetween(8.0 / 128, 0.12);
        assertThat(value(estimate, "training.moe_compute", "FLOP") / 5.76e23)
                .isCloseTo(active(estimate) / DENSE, within(1e-9));
        // Nothing says that it is as good, so nothing says what its loss is.
        assertThat(estimate.quantity("model.loss")).isEmpty();
    }

    @Test
    void theSameComputeIsTheDenseModelWithExperts() {
        Estimate estimate = read("same_compute");
        Estimate dense = Worked.of(BUDGET, "training.shape={}");

        assertThat(active(estimate)).isCloseTo(DENSE, withinPercentage(1e-9));
        assertThat(parameters(estimate)).isCloseTo(DENSE / visitedPart(estimate), withinPercentage(1e-9));
        assertThat(value(estimate, "training.moe_compute", "FLOP")).isCloseTo(5.76e23, withinPercentage(1e-9));
        assertThat(value(estimate, "model.shape.width", "1")).isEqualTo(value(dense, "model.shape.width", "1"));
        assertThat(value(estimate, "model.shape.active_parameters", "parameter"))
                .isCloseTo(value(dense, "model.shape.active_parameters", "parameter"), withinPercentage(1));
    }

    // Roots by SciPy of a/N^alpha + c/(1-S)^lambda + d/((1-S)^delta N^gamma) = the same of the dense model.
    @ParameterizedTest
    @CsvSource({
        "1.577e28, 128, 8, 1.372345519895e12", // N 1.146298e13
        "1.577e28, 64, 8, 1.455957463005e12",
        "1.577e28, 8, 2, 1.914838000058e12",
        "1.2e20, 128, 8, 2.833757080e9", // N 1e9
        "1.2e20, 8, 2, 1.479044891e9"
    })
    void theSameLossIsTheRootOfOneLaw(double compute, int experts, int active, double parameters) {
        Estimate estimate = Worked.of(
                BUDGET,
                "training.compute=%s FLOP".formatted(compute),
                "training.moe={same_loss: {experts: %d, active: %d, beyond: allowed}}".formatted(experts, active));

        assertThat(parameters(estimate)).isCloseTo(parameters, withinPercentage(0.02));
    }

    @Test
    void theSameLossIsTheLossOfTheDenseModelByThatLaw() {
        Estimate estimate = read("same_loss");
        SparseMoe law = (SparseMoe) CatalogLaws.law("abnar-moe");
        LossSurface dense = law.at(0);
        LossSurface routed = law.at(1 - 8.0 / 128);
        double tokens = value(estimate, "model.tokens", "token");

        assertThat(routed.loss(parameters(estimate), tokens)).isCloseTo(dense.loss(DENSE, tokens), within(1e-12));
        assertThat(active(estimate)).isCloseTo(parameters(estimate) * visitedPart(estimate), withinPercentage(1e-9));
        assertThat(value(estimate, "training.moe_compute", "FLOP")).isLessThan(5.76e23);
    }

    @Test
    void theLossIsToldWhereTheReadingKeepsIt() {
        Estimate estimate =
                Worked.of(BUDGET, "training.law=besiroglu", "training.moe={same_loss: %s}".formatted(EXPERTS));

        assertThat(value(estimate, "model.loss", "nat/token"))
                .isEqualTo(value(Worked.of(BUDGET, "training.law=besiroglu"), "model.loss", "nat/token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"same_total", "same_compute", "same_loss"})
    void everyReadingWeighsAllItsParametersAndSaysWhatItIs(String reading) {
        Estimate estimate = read(reading);

        assertThat(value(estimate, "model.weights.bf16", "B"))
                .isCloseTo(2 * parameters(estimate), withinPercentage(1e-9));
        assertThat(value(estimate, "model.weights.fp8", "B")).isCloseTo(parameters(estimate), withinPercentage(1e-9));
        // NVFP4: half a byte, and a byte of scale for 16 numbers.
        assertThat(value(estimate, "model.weights.fp4", "B"))
                .isCloseTo((0.5 + 1 / 16.0) * parameters(estimate), withinPercentage(1e-9));
        assertThat(Worked.warnings(estimate)).contains("moe-reading");
        assertThat(value(estimate, "model.tokens", "token")).isCloseTo(20 * DENSE, withinPercentage(1e-9));
    }

    @Test
    void aBudgetBeyondTheRunsOfTheLawOfExpertsIsFlagged() {
        assertThat(Worked.warnings(read("same_loss"))).contains("outside-law-domain");
        assertThat(Worked.warnings(Worked.of(
                        BUDGET, "training.compute=1e21 FLOP", "training.moe={same_loss: {experts: 8, active: 2}}")))
                .doesNotContain("outside-law-domain");
    }

    @Test
    void expertsCountWhereTheModelIsServed() {
        double dense = Worked.value("essay-2023", "inference.throughput", "token/s");
        double routed = Worked.value(
                "essay-2023", "inference.throughput", "token/s", "training.moe={same_total: " + EXPERTS + "}");

        assertThat(routed / dense).isBetween(9.0, 16.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{same_totl: {experts: 8, active: 2}} | not 'same_totl'. Maybe same_total?",
                "{total: {experts: 8, active: 2}} | not 'total'. Maybe same_total?",
                "{same_total: {experts: 8, active: 2}, same_loss: {experts: 8, active: 2}} | exclude each other",
                "{same_total: {experts: 8}} | training.moe.same_total.active is missing",
                "{same_total: {experts: 8, active: 9}} | active is 9, above experts, 8",
                "{same_total: {experts: 8.5, active: 2}} | experts is a whole number, not 8.5",
                "{same_loss: {experts: 8, active: 2, law: besiroglu}} | Maybe abnar-moe?"
            })
    void whatIsNoReadingIsRefused(String moe, String message) {
        assertThatThrownBy(() -> Worked.of(BUDGET, "training.moe=" + moe))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
    }

    @Test
    void aLawOfExpertsTakesNoOthers() {
        assertThatThrownBy(() ->
                        Worked.of(BUDGET, "training.law=krajewski-moe", "training.moe={same_total: " + EXPERTS + "}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("shape-of-experts");
    }

    // What is served is the shape that was trained, whichever parameters the reading makes it from.
    @ParameterizedTest
    @ValueSource(strings = {"same_total", "same_compute", "same_loss"})
    void theArchitectureIsTheShapeThatIsTrained(String reading) {
        String experts = reading.equals("same_loss") ? "{experts: 128, active: 8, beyond: allowed}" : EXPERTS;
        String moe = "training.moe={%s: %s}".formatted(reading, experts);
        Estimate estimate = Worked.of("essay-2023", moe);
        Shape shape = Worked.training("essay-2023", moe)
                .architecture(new ModelSize(
                        new TotalParameters(value(estimate, "model.parameters", "parameter")),
                        new ActiveParameters(active(estimate))))
                .shape()
                .orElseThrow();

        assertThat(shape.parameters()).isEqualTo(value(estimate, "model.shape.parameters", "parameter"));
        assertThat(shape.activeParameters()).isEqualTo(value(estimate, "model.shape.active_parameters", "parameter"));
        assertThat((double) shape.layers()).isEqualTo(value(estimate, "model.shape.layers", "1"));
    }

    @Test
    void aPlanTellsTheArchitectureOfAnySize() {
        TrainingPlan plan = Worked.training(BUDGET, "training.moe={same_total: {experts: 64, active: 4, shared: 1}}");
        Architecture architecture =
                plan.architecture(new ModelSize(new TotalParameters(1e12), new ActiveParameters(1e11)));
        Shape shape = architecture.shape().orElseThrow();

        assertThat(shape.parameters()).isCloseTo(1e12, withinPercentage(1));
        assertThat(shape.feedForward()).isInstanceOfSatisfying(FeedForward.Experts.class, experts -> {
            assertThat(experts.experts()).isEqualTo(64);
            assertThat(experts.active()).isEqualTo(4);
            assertThat(experts.shared()).isEqualTo(1);
        });
        assertThat(Worked.training(BUDGET, "training.shape={}")
                        .architecture(ModelSize.dense(1e12))
                        .shape()
                        .orElseThrow()
                        .feedForward())
                .isInstanceOf(FeedForward.Dense.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {id: abnar-moe, sparsity: 95%}       | sparsity       | here 0.9375. Maybe training.moe.same_loss.active?
            {id: abnar-moe, sparsity: 0}         | sparsity       | in this scenario
            {id: abnar-moe, token_exponent: 0.3} | token_exponent | in this scenario
            {id: abnar-moe, irreducible_loss: 1 nat/token} | irreducible_loss | in this scenario
            """)
    void aConstantOfTheLawThatIsTheSameOnBothSidesIsReportedWhereItIsWritten(String law, String key, String why) {
        BadInput bad = catchThrowableOfType(
                BadInput.class,
                () -> Worked.of(BUDGET, "training.moe={same_loss: {experts: 128, active: 8, law: %s}}".formatted(law)));

        assertThat(bad.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("dead-key");
            assertThat(problem.message())
                    .startsWith("training.moe.same_loss.law.%s is read by nothing".formatted(key))
                    .endsWith(why);
        });
    }

    @Test
    void aConstantOfTheLawThatIsReadMayBeChanged() {
        String law =
                "training.moe={same_loss: {experts: 128, active: 8, law: {id: abnar-moe, mixed_coefficient: 20 nat/token}}}";

        assertThat(parameters(Worked.of(BUDGET, law))).isNotCloseTo(parameters(read("same_loss")), withinPercentage(1));
    }
}
