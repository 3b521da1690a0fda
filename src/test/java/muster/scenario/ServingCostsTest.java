package muster.scenario;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import muster.diagnostic.BadInput;
import muster.uncertainty.Input;
import muster.uncertainty.sampling.Percentiles;
import muster.uncertainty.sampling.SampleBatch;
import muster.uncertainty.sampling.Sampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What serving costs, by every method of throughput. */
final class ServingCostsTest {
    private static final String BASE = "serve-llama-70b";
    private static final String MIX = "fleet=!replace {chips: {nvidia-h100-sxm: 5003, nvidia-h20: 2001}, share: 60%}";
    private static final String OWN =
            "fleet.per_chip={nvidia-h100-sxm: {rent: 1.5 USD/h, power: 1700 W}, nvidia-h20: {rent: 0.9 USD/h, power: 1100 W}}";
    private static final String RENT = "inference.rent_per_million_tokens";
    private static final String ENERGY = "inference.energy_per_million_tokens";
    private static final String MONTHLY_RENT = "workforce.rent_per_researcher_month";
    private static final String MONTHLY_ENERGY = "workforce.energy_per_researcher_month";
    private static final String TOKENS = "workforce.tokens_per_researcher_month";
    private static final double HOUR = 3600;

    private static final Map<String, String> METHODS = Map.of(
            "flop-rule", "{method: flop-rule, utilization: 10%}",
            "copies", "{method: copies, copies: 50000}",
            "stated", "{method: stated-throughput, tokens: 3e6 token/s}",
            "roofline",
                    "{method: roofline, serial_speed: at-least 20 token/s, context: {in: 2048, out: 1024}, formats: fp8, max_replica_chips: 8}");

    private static String[] settings(String method, String... more) {
        return java.util.stream.Stream.of(
                        List.of(MIX, OWN, "inference.throughput=!replace " + METHODS.get(method)),
                        method.equals("roofline") ? List.of("inference.serial_speed=!delete") : List.<String>of(),
                        method.equals("copies") || method.equals("stated")
                                ? List.of("inference.model=!delete")
                                : List.<String>of(),
                        List.of(more))
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    /** Inputs that differ from sample to sample: what chips cost and take, how many there are, what tokens are worth. */
    private record Varied(Map<String, double[]> columns, int size) implements SampleBatch {
        @Override
        public double[] of(Input input) {
            return columns.computeIfAbsent(input.name(), name -> {
                double[] same = new double[size];
                java.util.Arrays.fill(same, input.central());
                return same;
            });
        }
    }

    private static double[] random(SplittableRandom random, int size, double low, double high) {
        return random.doubles(size, Math.log(low), Math.log(high))
                .map(Math::exp)
                .toArray();
    }

    private static double[] times(double[] a, double[] b) {
        double[] product = new double[a.length];
        java.util.Arrays.setAll(product, i -> a[i] * b[i]);
        return product;
    }

    private static double[] of(Map<String, double[]> columns, String name) {
        return Objects.requireNonNull(columns.get(name), name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"flop-rule", "copies", "stated", "roofline"})
    void costsGoWithRentsAndPowersAndAMonthTakesItsTokens(String method) {
        int cases = 600;
        ScenarioPlan plan = Worked.plan(BASE, settings(method));
        SplittableRandom random = new SplittableRandom(18);
        Map<String, double[]> once = new HashMap<>();
        for (String chip : List.of("nvidia-h100-sxm", "nvidia-h20")) {
            once.put("fleet.chips." + chip, random(random, cases, 100, 1e7));
            // In base units: USD a second and W.
            once.put("fleet.per_chip." + chip + ".rent", random(random, cases, 1e-6, 1e-1));
            once.put("fleet.per_chip." + chip + ".power", random(random, cases, 1, 1e5));
        }
        once.put("fleet.share", random(random, cases, 0.01, 1));
        once.put("workforce.tokens_per_researcher_second", random(random, cases, 1, 1e5));
        once.put("workforce.streams", random(random, cases, 1, 100));
        double[] dearer = random(random, cases, 1e-3, 1e3);
        double[] hotter = random(random, cases, 1e-3, 1e3);
        Map<String, double[]> again = new HashMap<>(once);
        once.forEach((name, column) -> {
            if (name.endsWith(".rent")) {
                again.put(name, times(column, dearer));
            } else if (name.endsWith(".power")) {
                again.put(name, times(column, hotter));
            }
        });
        Map<String, double[]> first = plan.run(new Varied(once, cases)).columns();
        Map<String, double[]> second = plan.run(new Varied(again, cases)).columns();

        for (int i = 0; i < cases; i++) {
            String which = method + ", case " + i;
            for (String name : List.of(RENT, MONTHLY_RENT)) {
                assertThat(of(second, name)[i])
                        .as(which)
                        .isCloseTo(dearer[i] * of(first, name)[i], withinPercentage(1e-9));
            }
            for (String name : List.of(ENERGY, MONTHLY_ENERGY)) {
                assertThat(of(second, name)[i])
                        .as(which)
                        .isCloseTo(hotter[i] * of(first, name)[i], withinPercentage(1e-9));
            }
            assertThat(of(first, MONTHLY_RENT)[i])
                    .as(which)
                    .isCloseTo(of(first, RENT)[i] * of(first, TOKENS)[i], withinPercentage(1e-9));
            // By hand: what the share costs in a second over what it does in a second.
            double rent = 0;
            double power = 0;
            for (String chip : List.of("nvidia-h100-sxm", "nvidia-h20")) {
                double chips = of(once, "fleet.chips." + chip)[i] * of(once, "fleet.share")[i];
                rent += chips * of(once, "fleet.per_chip." + chip + ".rent")[i];
                power += chips * of(once, "fleet.per_chip." + chip + ".power")[i];
            }
            double work = of(first, "workforce.researcher_months_per_month")[i];
            double tokens = of(first, "inference.throughput")[i];
            assertThat(of(first, MONTHLY_RENT)[i]).as(which).isCloseTo(rent / work, withinPercentage(1e-9));
            assertThat(of(first, MONTHLY_ENERGY)[i]).as(which).isCloseTo(power / work, withinPercentage(1e-9));
            assertThat(of(first, RENT)[i]).as(which).isCloseTo(rent / tokens, withinPercentage(1e-9));
            assertThat(of(first, ENERGY)[i]).as(which).isCloseTo(power / tokens, withinPercentage(1e-9));
        }
    }

    @Test
    void whatIsPricedCostsWhatStreamsPayLessTheMargin() {
        // 4 USD an hour of a stream at 50 token/s, sold for as many times its cost.
        ScenarioPlan plan = Worked.plan("epoch-sessions-2026");
        forAll(
                19,
                500,
                draws -> List.of(draws.magnitude(0.1, 100), draws.magnitude(0.5, 10), draws.magnitude(1, 1000)),
                of -> {
                    Map<String, double[]> inputs = new HashMap<>();
                    inputs.put("inference.throughput.stream_price", new double[] {of.get(0) / HOUR});
                    inputs.put("inference.throughput.price_over_cost", new double[] {of.get(1)});
                    inputs.put("inference.serial_speed", new double[] {of.get(2)});
                    assertThat(of(plan.run(new Varied(inputs, 1)).columns(), RENT)[0])
                            .isCloseTo(of.get(0) / HOUR / of.get(1) / of.get(2), withinPercentage(1e-9));
                });
    }

    @Test
    void aKindOfChipWithoutARentLeavesItsTokensOut() {
        // No rent of an H20 is known. By arithmetic alone an H100 costs for a token what it costs in a fleet of its
        // own.
        Estimate mixed = Worked.of(BASE, MIX);
        Estimate alone = Worked.of(BASE, "fleet=!replace {chips: {nvidia-h100-sxm: 5003}, share: 60%}");

        assertThat(value(mixed, RENT, "USD/token")).isCloseTo(value(alone, RENT, "USD/token"), withinPercentage(1e-9));
        // Dense bf16: 989.4 and 148 TFLOP/s.
        assertThat(value(mixed, "inference.rent_covers", "1"))
                .isCloseTo(5003 * 989.4 / (5003 * 989.4 + 2001 * 148), withinPercentage(0.01));
        assertThat(alone.step("inference.rent_covers")).isEmpty();
        assertThat(mixed.basis().get("rent"))
                .isEqualTo(
                        "under contract: nvidia-h100-sxm; not known: nvidia-h20; fleet.per_chip.nvidia-h20.rent says it");
        assertThat(mixed.basis().get("power"))
                .isEqualTo(
                        "with host, network and cooling: nvidia-h100-sxm; of the chip alone, by its design power: nvidia-h20; fleet.per_chip.nvidia-h20.power says more");

        Estimate stated = Worked.of(BASE, MIX, "fleet.per_chip={nvidia-h20: {rent: 1 USD/h}}");
        assertThat(stated.step("inference.rent_covers")).isEmpty();
        assertThat(stated.basis().get("rent")).isEqualTo("under contract: nvidia-h100-sxm; as stated here: nvidia-h20");
        // By hand: 1.30 USD/h of an H100 under contract.
        assertThat(value(stated, RENT, "USD/token"))
                .isCloseTo(
                        0.6
                                * (5003 * value(stated, "nvidia-h100-sxm.prices.rental-3-years.per_hour", "USD/h/chip")
                                        + 2001)
                                / HOUR
                                / value(stated, "inference.throughput", "token/s"),
                        withinPercentage(1e-6));
    }

    @Test
    void aMethodThatKnowsNothingOfChipsTellsNoCostOfAPartOfThem() {
        Estimate estimate = Worked.of(
                BASE, MIX, "inference.model=!delete", "inference.throughput=!replace " + METHODS.get("stated"));

        assertThat(estimate.step(RENT)).isEmpty();
        assertThat(estimate.step(ENERGY)).isPresent();
        assertThat(estimate.basis().get("rent")).contains("fleet.per_chip.nvidia-h20.rent says it");
    }

    @Test
    void aRateWithoutChipsSaysWhichKeyNamesThem() {
        Estimate estimate = Worked.of("essay-2023");

        assertThat(estimate.step(RENT)).isEmpty();
        assertThat(estimate.basis().get("costs")).contains("fleet.made_of");
    }

    @Test
    void samplesThatServeNothingHaveNoCostAndAreSaid() {
        // A quarter of the samples is far too slow; in the others nothing is uncertain.
        String[] settings = settings(
                "roofline", "inference.throughput.error={dist: discrete, values: [0.001, 1], weights: [1, 3]}");
        ScenarioPlan plan = Worked.plan(BASE, settings);
        Estimate sampled = Estimate.of(plan, Optional.of(new Sampling(5, 8192, 2)));
        Estimate served = Worked.of(BASE, settings("roofline", "inference.throughput.error=1"));

        for (String name : List.of(RENT, ENERGY, MONTHLY_RENT, MONTHLY_ENERGY, TOKENS)) {
            Percentiles spread = Objects.requireNonNull(sampled.percentiles().get(name), name);
            double known = served.quantity(name).orElseThrow().base();
            assertThat(spread.p5()).as(name).isCloseTo(known, withinPercentage(0.2));
            assertThat(spread.p95()).as(name).isCloseTo(known, withinPercentage(0.2));
        }
        assertThat(Objects.requireNonNull(sampled.percentiles().get("inference.throughput"))
                        .p5())
                .isZero();
        String said = sampled.warnings().stream()
                .filter(warning -> warning.code().equals("not-in-all-samples"))
                .map(warning -> warning.message())
                .findFirst()
                .orElseThrow();
        assertThat(said).contains(RENT, MONTHLY_ENERGY);
        double percent = Double.parseDouble(said.replaceAll("^in ([0-9.]+)% .*", "$1"));
        // Four standard deviations of a share of a quarter among 8192 are 1.9%.
        assertThat(percent).isCloseTo(25, within(1.9));
    }

    @Test
    void whatServesNothingHasNoCostAtAll() {
        Estimate none = Worked.of(BASE, settings("roofline", "inference.throughput.serial_speed=at-least 1e5 token/s"));

        assertThat(none.servesNothing()).isTrue();
        assertThat(none.step(RENT)).isEmpty();
        assertThat(none.step(MONTHLY_RENT)).isEmpty();
    }

    @Test
    void aChipThatTheFleetLacksIsRefused() {
        BadInput bad = catchThrowableOfType(
                BadInput.class, () -> Worked.of(BASE, MIX, "fleet.per_chip={nvidia-h200-sxm: {rent: 1 USD/h}}"));

        assertThat(bad.problems().toString()).contains("[unknown-id]", "fleet.per_chip names nvidia-h200-sxm");
    }

    @Test
    void workIsHeldAgainstWhatPeopleDo() {
        Estimate estimate = Worked.of("essay-2023");

        // 654,279 researcher-months a month; a person does one.
        assertThat(value(estimate, "workforce.work_compared.ai-safety-2025", "1"))
                .isCloseTo(654_279 / 1100.0, withinPercentage(1e-3));
        assertThat(value(estimate, "workforce.compared.ai-safety-2025", "1"))
                .isCloseTo(43_618.6 / 1100, withinPercentage(1e-3));
    }

    private static double value(Estimate estimate, String name, String unit) {
        return estimate.quantity(name)
                .orElseThrow(() -> new AssertionError("no " + name))
                .in(unit);
    }
}
