package muster.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.allocation.Allocated;
import muster.allocation.AllocationPlan;
import muster.allocation.Plan;
import muster.allocation.Situation;
import muster.diagnostic.BadInput;
import muster.testing.Seeded;
import muster.testing.Seeded.Draws;
import muster.uncertainty.Draw;
import muster.uncertainty.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a better model is worth counts alike for every model, by every method, in an estimate and in an allocation. */
final class QualityTest {
    private static final String WORK = "workforce.researcher_months_per_month";
    private static final String WORK_UNIT = "researcher-month/month";
    // Parameters that a token is multiplied with, which are all but the input embedding (8030261248 - 128256 * 4096,
    // 70553706496 - 128256 * 8192, 68976648192 - 32000 * 8192), and published tokens.
    private static final Map<String, double[]> DENSE = Map.of(
            "llama-3.1-8b", new double[] {7_504_924_672.0, 15e12},
            "llama-3.1-70b", new double[] {69_503_033_344.0, 15e12},
            "llama-2-70b", new double[] {68_714_504_192.0, 2e12});

    /** A random case: a model, how it is worth more, and what it is served with. */
    private record Case(
            String model,
            double above,
            double below,
            double range,
            double reference,
            double referenceFlop,
            double capacity,
            double speed,
            boolean counted) {

        static Case of(Draws draws) {
            return new Case(
                    draws.oneOf(DENSE.keySet().stream().sorted().toList()),
                    draws.between(-0.5, 1),
                    draws.between(-0.5, 2),
                    draws.between(0.1, 4),
                    draws.magnitude(1e20, 1e29),
                    draws.magnitude(1e9, 1e13),
                    draws.magnitude(1e18, 1e23),
                    draws.between(1, 200),
                    draws.whole(0, 1) == 1);
        }

        double active() {
            return DENSE.get(model)[0];
        }

        double compute() {
            return 6 * active() * DENSE.get(model)[1];
        }

        /** Researcher-months a month: tokens over those of a researcher-second at the quality, three times a clock's. */
        double expected() {
            double tokens = counted ? capacity / 1e12 : 0.5 * capacity / (2 * active());
            double orders = Math.max(-range, Math.min(range, Math.log10(compute() / reference)));
            double gain = Math.pow(10, orders * (orders < 0 ? below : above));
            double perResearcherSecond = 100 * referenceFlop / (2 * active()) / gain;
            return tokens / perResearcherSecond * 24 / 8;
        }

        double work(String training, String served) {
            String throughput = counted
                    ? "{method: stated, tokens: %s token/s}".formatted(capacity / 1e12)
                    : "{method: flop-rule, utilization: 50%}";
            return Worked.value(
                    "essay-2023",
                    WORK,
                    WORK_UNIT,
                    "headline=!delete",
                    "fleet={capacity: %s FLOP/s, precision: bf16, scope: owner}".formatted(capacity),
                    "training=" + training,
                    "inference={model: %s, serial_speed: %s token/s, throughput: %s}".formatted(served, speed, throughput),
                    "workforce={tokens_per_researcher_second: 100 token/researcher-second, streams: 10, elasticity: %s, elasticity_below: %s, elasticity_range: %s, reference: {training_compute: %s FLOP, flop_per_token: %s FLOP/token}, calendar: {human: 8 h/day, ai: 24 h/day}}"
                            .formatted(above, below, range, reference, referenceFlop));
        }
    }

    @Test
    void aModelDoesTheSameWhetherItIsTrainedOrInTheCatalogOrStated() {
        Seeded.forAll(18, 500, Case::of, each -> {
            double ratio = DENSE.get(each.model)[1] / each.active();
            double catalog = each.work("!delete", each.model);
            double stated = each.work(
                    "!delete",
                    "{parameters: %s parameter, training_compute: %s FLOP}".formatted(each.active(), each.compute()));
            double trained = each.work(
                    "{compute: %s FLOP, law: {id: tokens-per-parameter, ratio: %s token/parameter}}"
                            .formatted(each.compute(), ratio),
                    "trained");

            assertThat(catalog).isCloseTo(each.expected(), withinPercentage(1e-8));
            assertThat(stated).isCloseTo(catalog, withinPercentage(1e-8));
            assertThat(trained).isCloseTo(catalog, withinPercentage(1e-8));
        });
    }

    @ParameterizedTest
    @CsvSource({
        // Both read from the chain: tokens of a researcher-second of 100 * 8.1e11 / (2 N) / (6 N D / 3.8e25)^e, by hand.
        "llama-3.1-8b,  7504924672,  15e12",
        "llama-3.1-70b, 69503033344, 15e12",
        "deepseek-v3,   36.62e9,     14.8e12",
    })
    void theRooflineCountsTheTrainingOfTheCatalogsModel(String model, double active, double tokens) {
        String inference =
                "inference={model: %s, throughput: {method: roofline, serial_speed: at-least 20 token/s, context: {in: 2048 token, out: 1024 token}, formats: fp8}}"
                        .formatted(model);
        double found = Worked.value(
                "mixed-fleet", "workforce.tokens_at_quality", "token/researcher-second", inference, "headline=!delete");

        // An order less costs one of inference.
        double expected = 100 * 8.1e11 / (2 * active) * 3.8e25 / (6 * active * tokens);
        assertThat(found).isCloseTo(expected, withinPercentage(1.5));
    }

    /**
     * One period, one model and the whole fleet on it: what the plan is worth is what the estimate says. The estimate rounds to
     * whole replicas, of which there are thousands; the plan does not.
     */
    @Test
    void anEstimateAndAnAllocationOfOneModelAgree() {
        String model = "llama-3.1-70b";
        muster.scenario.Plan plan = Worked.plan(
                "mixed-fleet",
                "headline=!delete",
                "fleet={chips: {nvidia-h100-sxm: 20000}}",
                "inference={model: %s, throughput: {method: roofline, serial_speed: at-least 20 token/s, context: {in: 2048 token, out: 1024 token}, formats: fp8}}"
                        .formatted(model),
                "allocation.horizon=30 day",
                "allocation.diminishing=!delete",
                "allocation.train=!delete",
                "allocation.published=[%s]".formatted(model),
                "allocation.serve.formats=[fp8]");
        AllocationPlan allocation = plan.allocation().orElseThrow();
        int size = 512;
        Map<String, double[]> columns = columns(size, model);
        Draw draw = new Varied(size, columns);
        double[] estimated = plan.run(draw).columns().get(WORK);
        List<Situation> situations = allocation.situations(draw);

        assertThat(situations).hasSize(size);
        for (int sample = 0; sample < size; sample++) {
            double worth = Allocated.best(situations.get(sample)).map(Plan::worth).orElseThrow();
            assertThat(30 * 86_400 * estimated[sample]).as("sample %s", sample).isCloseTo(worth, withinPercentage(0.1));
        }
    }

    private static Map<String, double[]> columns(int size, String model) {
        Map<String, double[]> columns = new TreeMap<>();
        List<double[]> drawn = new ArrayList<>();
        Seeded.forAll(
                181,
                size,
                draws -> new double[] {
                    draws.between(-0.5, 1),
                    draws.between(-0.5, 2),
                    draws.between(0.1, 4),
                    draws.magnitude(1e22, 1e29),
                    draws.magnitude(1e10, 1e13),
                    draws.magnitude(1e11, 1e14),
                    draws.magnitude(1, 1e4),
                    draws.magnitude(1, 100),
                    draws.magnitude(2e4, 1e7)
                },
                drawn::add);
        List<String> names = List.of(
                "workforce.elasticity",
                "workforce.elasticity_below",
                "workforce.elasticity_range",
                "workforce.reference.training_compute",
                "workforce.reference.flop_per_token",
                "model.training_tokens",
                "workforce.tokens_per_researcher_second",
                "workforce.streams",
                "fleet.chips.nvidia-h100-sxm");
        IntStream.range(0, names.size())
                .forEach(input -> columns.put(
                        names.get(input),
                        drawn.stream().mapToDouble(values -> values[input]).toArray()));
        columns.put("allocation.published." + model + ".training_tokens", columns.get("model.training_tokens"));
        return columns;
    }

    /** Some inputs vary and the others keep their central values. */
    private record Varied(int size, Map<String, double[]> columns) implements Draw {
        @Override
        public double[] of(Input input) {
            double[] column = columns.get(input.name());
            return column != null
                    ? column
                    : IntStream.range(0, size).mapToDouble(i -> input.central()).toArray();
        }
    }

    @Test
    void anElasticityWithoutAModelOfKnownTrainingNamesTheKeyToSet() {
        String workforce =
                "workforce={exchange_rate: finnveden-2023, elasticity: 0.5, calendar: {human: 8 h/day, ai: 24 h/day}}";

        assertThat(problems("serve-llama-70b", workforce, "inference.model=mistral-7b"))
                .singleElement()
                .asString()
                .contains("error [unknown-training]", "the catalog's mistral-7b states none", "training_tokens: ...");
        assertThat(problems("serve-llama-70b", workforce, "inference.model={parameters: 1e11 parameter}"))
                .singleElement()
                .asString()
                .contains("error [unknown-training]", "Maybe inference.model.training_compute");
        assertThat(problems("gpt-2030", workforce))
                .singleElement()
                .asString()
                .contains("error [missing-key]", "inference.model is missing");
        assertThat(problems("mixed-fleet", "allocation.published=[llama-3.1-405b, mistral-7b]"))
                .singleElement()
                .asString()
                .contains("error [unknown-training]", "Maybe allocation.existing: {mistral-7b: ... FLOP}");
    }

    @Test
    void anElasticityWithoutAReferenceNamesTheKeyToSet() {
        assertThat(problems(
                        "serve-llama-70b",
                        "workforce={exchange_rate: nesov-2025, elasticity: 0.5, calendar: {human: 8 h/day, ai: 24 h/day}}"))
                .singleElement()
                .asString()
                .contains("error [missing-key]", "workforce.reference: {training_compute: ...");
        assertThat(problems("serve-llama-70b", "workforce.elasticity_below=1"))
                .singleElement()
                .asString()
                .contains("error [missing-key]", "elasticity_below is the other way of workforce.elasticity");
    }

    @Test
    void aModelIsThereOnce() {
        assertThat(problems("mixed-fleet", "allocation.existing={llama-3.1-70b: 1e24 FLOP}"))
                .singleElement()
                .asString()
                .contains("error [two-models]", "llama-3.1-70b is there twice");
    }

    @Test
    void aTrainingThatIsUsedByNothingIsAnError() {
        assertThat(problems("serve-llama-70b", "inference.model={id: llama-3.1-70b, training_tokens: 1e12 token}"))
                .singleElement()
                .asString()
                .contains("[dead-key]", "inference.model.training_tokens is read by nothing");
        assertThat(problems(
                        "serve-llama-70b",
                        "inference.model={parameters: 1e11 parameter, training_tokens: 1e12 token, training_compute: 1e24 FLOP}"))
                .singleElement()
                .asString()
                .contains("training_compute is stated as 1.000e24 FLOP and training_tokens make it 6.000e23");
    }

    private static List<String> problems(String scenario, String... settings) {
        BadInput bad = catchThrowableOfType(BadInput.class, () -> Worked.of(scenario, settings));
        assertThat(bad).isNotNull();
        return Stream.of(bad).flatMap(one -> one.problems().stream()).map(Object::toString).toList();
    }
}
