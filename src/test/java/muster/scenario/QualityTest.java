package muster.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.allocation.AllocationPlan;
import muster.allocation.problem.Situation;
import muster.allocation.search.AllocationSolution;
import muster.allocation.search.OptimalPlan;
import muster.diagnostic.BadInput;
import muster.testing.Seeded;
import muster.testing.Seeded.Draws;
import muster.uncertainty.Input;
import muster.uncertainty.sampling.SampleBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a better model is worth counts alike for every model, by every method, in an estimate and in an allocation. */
final class QualityTest {
    private static final String WORK = "workforce.researcher_months_per_month";
    private static final String REFERENCE = "workforce.reference.training_compute";
    private static final Map<String, String> METHODS = Map.of(
            "flop-rule",
            "{method: flop-rule, utilization: 50%}",
            "stated",
            "{method: stated-throughput, tokens: 1e8 token/s}");
    private static final String WORKFORCE =
            "workforce={tokens_per_researcher_second: 100 token/researcher-second, streams: 10, elasticity: 0.5, elasticity_below: 1, reference: {training_compute: 3.8e25 FLOP, flop_per_token: 8.1e11 FLOP/token}, calendar: {human: 8 h/day, ai: 24 h/day}}";
    // What is drawn, of which order of magnitude or in which bounds.
    private static final Map<String, Function<Draws, Double>> VARIED = varied();
    // Parameters that a token is multiplied with, which are all but the input embedding (8030261248 - 128256 * 4096,
    // 70553706496 - 128256 * 8192, 68976648192 - 32000 * 8192), and published tokens.
    private static final Map<String, double[]> DENSE = Map.of(
            "llama-3.1-8b", new double[] {7_504_924_672.0, 15e12},
            "llama-3.1-70b", new double[] {69_503_033_344.0, 15e12},
            "llama-2-70b", new double[] {68_714_504_192.0, 2e12});

    @Test
    void aModelDoesTheSameWhetherItIsTrainedOrInTheCatalogOrStated() {
        DENSE.forEach((model, size) -> METHODS.forEach((method, throughput) -> {
            double compute = 6 * size[0] * size[1];
            Map<String, double[]> columns = columns(100, Objects.hash(model, method), VARIED);
            double[] catalog = work(columns, model, "!delete", throughput);
            double[] stated = work(
                    columns,
                    "{parameters: %s parameter, training_compute: %s FLOP}".formatted(size[0], compute),
                    "!delete",
                    throughput);
            double[] trained = work(
                    columns,
                    "trained",
                    "{compute: %s FLOP, law: {id: tokens-per-parameter, ratio: %s token/parameter}}"
                            .formatted(compute, size[1] / size[0]),
                    throughput);
            for (int sample = 0; sample < catalog.length; sample++) {
                String where = "sample %s of %s by %s".formatted(sample, model, method);
                double expected = expected(columns, sample, size[0], compute, method);
                assertThat(catalog[sample]).as(where).isCloseTo(expected, withinPercentage(1e-8));
                assertThat(stated[sample]).as(where).isCloseTo(catalog[sample], withinPercentage(1e-8));
                assertThat(trained[sample]).as(where).isCloseTo(catalog[sample], withinPercentage(1e-8));
            }
        }));
    }

    private static double[] work(Map<String, double[]> columns, String served, String training, String throughput) {
        return Worked.plan(
                        "essay-2023",
                        "headline=!delete",
                        "fleet={capacity: 1e20 FLOP/s, precision: bf16, scope: owner}",
                        "training=" + training,
                        "inference={model: %s, serial_speed: 50 token/s, throughput: %s}".formatted(served, throughput),
                        WORKFORCE)
                .run(new Varied(100, columns))
                .columns()
                .get(WORK);
    }

    // Researcher-months a second: tokens over those of a researcher-second at the quality, three months of work a
    // month.
    private static double expected(
            Map<String, double[]> columns, int sample, double active, double compute, String method) {
        double reference = columns.get(REFERENCE)[sample];
        double range = columns.get("workforce.elasticity_range")[sample];
        double orders = Math.max(-range, Math.min(range, Math.log10(compute / reference)));
        double exponent = columns.get(orders < 0 ? "workforce.elasticity_below" : "workforce.elasticity")[sample];
        double tokens = method.equals("flop-rule") ? 0.5 * 1e20 / (2 * active) : 1e8;
        double perResearcherSecond = columns.get("workforce.tokens_per_researcher_second")[sample]
                * columns.get("workforce.reference.flop_per_token")[sample]
                / (2 * active)
                / Math.pow(10, orders * exponent);
        return tokens / perResearcherSecond * 24 / 8 / (30 * 86_400);
    }

    @ParameterizedTest
    @CsvSource({
        // Both read from the chain: tokens of a researcher-second of 100 * 8.1e11 / (2 N) / (6 N D / 3.8e25)^e, by
        // hand.
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
        muster.scenario.ScenarioPlan plan = Worked.plan(
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
        Map<String, Function<Draws, Double>> varied = new LinkedHashMap<>(VARIED);
        varied.put("fleet.chips.nvidia-h100-sxm", draws -> draws.magnitude(2e4, 1e7));
        varied.put("model.training_tokens", draws -> draws.magnitude(1e11, 1e14));
        Map<String, double[]> columns = columns(size, 181, varied);
        double[] tokens = columns.getOrDefault("model.training_tokens", new double[0]);
        columns.put("allocation.published." + model + ".training_tokens", tokens);
        SampleBatch draw = new Varied(size, columns);
        double[] estimated = plan.run(draw).columns().get(WORK);
        List<Situation> situations = allocation.situations(draw);

        assertThat(situations).hasSize(size);
        for (int sample = 0; sample < size; sample++) {
            double worth = AllocationSolution.best(situations.get(sample))
                    .map(OptimalPlan::worth)
                    .orElseThrow();
            assertThat(30 * 86_400 * estimated[sample]).as("sample %s", sample).isCloseTo(worth, withinPercentage(0.1));
        }
    }

    private static Map<String, Function<Draws, Double>> varied() {
        Map<String, Function<Draws, Double>> varied = new LinkedHashMap<>();
        varied.put("workforce.elasticity", draws -> draws.between(-0.5, 1));
        varied.put("workforce.elasticity_below", draws -> draws.between(-0.5, 2));
        varied.put("workforce.elasticity_range", draws -> draws.between(0.1, 4));
        varied.put(REFERENCE, draws -> draws.magnitude(1e20, 1e29));
        varied.put("workforce.reference.flop_per_token", draws -> draws.magnitude(1e9, 1e13));
        varied.put("workforce.tokens_per_researcher_second", draws -> draws.magnitude(1, 1e4));
        varied.put("workforce.streams", draws -> draws.magnitude(1, 100));
        return varied;
    }

    private static Map<String, double[]> columns(int size, long seed, Map<String, Function<Draws, Double>> varied) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        List<Map<String, Double>> drawn = Seeded.values(seed, size, draws -> drawn(draws, varied));
        varied.keySet()
                .forEach(name -> columns.put(
                        name,
                        drawn.stream()
                                .mapToDouble(values -> values.getOrDefault(name, 0.0))
                                .toArray()));
        return columns;
    }

    private static Map<String, Double> drawn(Draws draws, Map<String, Function<Draws, Double>> varied) {
        Map<String, Double> values = new LinkedHashMap<>();
        varied.forEach((name, draw) -> values.put(name, draw.apply(draws)));
        return values;
    }

    /** Some inputs vary and the others keep their central values. */
    private record Varied(int size, Map<String, double[]> columns) implements SampleBatch {
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
        assertThat(
                        problems(
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
        assertThat(
                        problems(
                                "serve-llama-70b",
                                "inference.model={parameters: 1e11 parameter, training_tokens: 1e12 token, training_compute: 1e24 FLOP}"))
                .singleElement()
                .asString()
                .contains("training_compute is stated as 1.000e24 FLOP and training_tokens make it 6.000e23");
    }

    private static List<String> problems(String scenario, String... settings) {
        BadInput bad = catchThrowableOfType(BadInput.class, () -> Worked.of(scenario, settings));
        assertThat(bad).isNotNull();
        return Stream.of(bad)
                .flatMap(one -> one.problems().stream())
                .map(Object::toString)
                .toList();
    }
}
