package muster.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.diagnostic.BadInput;
import muster.trace.TraceStep;
import muster.uncertainty.sampling.Percentiles;
import muster.uncertainty.sampling.Sampling;
import org.junit.jupiter.api.Test;

/** A fleet that serves at a required speed. */
final class RooflineTest {
    private static final String BASE = "world-2025-serve";
    private static final String MODEL = "inference.model=!replace {id: llama-3.1-70b}";
    private static final String FLEET =
            "fleet=!replace {chips: {nvidia-h100-sxm: 1003, nvidia-h20: 77, google-tpu-v5e: 40}}";
    private static final String SMALL = "inference.throughput.max_replica_chips=8";
    private static final String EXACT = "inference.throughput.error=1";

    private static Estimate of(String... settings) {
        List<String> all = new ArrayList<>(List.of(MODEL, FLEET, SMALL));
        all.addAll(List.of(settings));
        return Worked.of(BASE, all.toArray(String[]::new));
    }

    private static double value(Estimate estimate, String name) {
        return estimate.step(name)
                .orElseThrow(() -> new AssertionError("no " + name))
                .value();
    }

    @Test
    void throughputIsTheSumOfWholeReplicasOfEachKind() {
        Estimate estimate = of(EXACT);

        double sum = 0;
        for (String chip : List.of("nvidia-h100-sxm", "nvidia-h20", "google-tpu-v5e")) {
            String name = "inference.replica." + chip + ".";
            double replicas = Math.floor(value(estimate, "inference.chips." + chip) / value(estimate, name + "chips"));
            sum += replicas * value(estimate, name + "streams") * value(estimate, name + "serial_speed");
            assertThat(value(estimate, name + "serial_speed")).isGreaterThanOrEqualTo(20);
            assertThat(value(estimate, name + "count")).isEqualTo(replicas).isPositive();
        }
        assertThat(value(estimate, "inference.throughput")).isCloseTo(sum, withinPercentage(1e-9));
        assertThat(value(estimate, "inference.serial_speed")).isEqualTo(20);
        assertThat(value(estimate, "inference.streams")).isCloseTo(sum / 20, withinPercentage(1e-9));
    }

    @Test
    void fleetsAddUp() {
        double h100 = value(of(EXACT, "fleet=!replace {chips: {nvidia-h100-sxm: 1003}}"), "inference.throughput");
        double h20 = value(of(EXACT, "fleet=!replace {chips: {nvidia-h20: 77}}"), "inference.throughput");
        double tpu = value(of(EXACT, "fleet=!replace {chips: {google-tpu-v5e: 40}}"), "inference.throughput");

        assertThat(value(of(EXACT), "inference.throughput")).isCloseTo(h100 + h20 + tpu, withinPercentage(1e-9));
    }

    @Test
    void onlyTheShareThatServesAndIsUpServes() {
        Estimate estimate = of(EXACT, "inference.share=50%", "fleet.availability=90%");

        // 1003 * 50% * 90%
        assertThat(value(estimate, "inference.chips.nvidia-h100-sxm")).isCloseTo(451.35, within(1e-9));
    }

    @Test
    void whereMeasuredSpeedsAreHalfOfTheModelledTwiceTheModelledSpeedIsRequired() {
        double half = value(of("inference.throughput.error=50%"), "inference.throughput");
        double exact =
                value(of(EXACT, "inference.throughput.serial_speed=at-least 40 token/s"), "inference.throughput");

        assertThat(half).isCloseTo(exact / 2, withinPercentage(1e-9));
    }

    @Test
    void theErrorOfTheCalibrationIsCarriedIntoTheInterval() {
        ScenarioPlan plan = Worked.plan(BASE, MODEL, FLEET, SMALL);
        Percentiles spread = Estimate.of(plan, Optional.of(new Sampling(1, 4096, 1)))
                .percentiles()
                .get("inference.throughput");

        // The least and the greatest residual of dense models: 0.12 and 0.2749; 1.645 standard deviations either side.
        double low = value(of("inference.throughput.error=" + Math.exp(-1.645 * 0.2749)), "inference.throughput");
        double high = value(of("inference.throughput.error=" + Math.exp(1.645 * 0.2749)), "inference.throughput");
        double middle = value(of(EXACT), "inference.throughput");
        // At the median of the error itself the best batch of an H100 steps from 362 to 128 streams, and what they
        // yield with it.
        assertThat(spread.p50())
                .isBetween(
                        value(of("inference.throughput.error=0.98"), "inference.throughput"),
                        value(of("inference.throughput.error=1.02"), "inference.throughput"));
        assertThat(spread.p5()).isBetween(low * 0.99, middle * Math.exp(-1.645 * 0.12));
        assertThat(spread.p95()).isBetween(middle * Math.exp(1.645 * 0.12), high * 1.01);
    }

    @Test
    void aFasterRequirementYieldsLessAndAnImpossibleOneNothing() {
        double before = Double.POSITIVE_INFINITY;
        for (double speed : new double[] {5, 20, 60, 110}) {
            double throughput = value(
                    of(EXACT, "inference.throughput.serial_speed=at-least " + speed + " token/s"),
                    "inference.throughput");
            assertThat(throughput).isLessThan(before).isPositive();
            before = throughput;
        }
        Estimate impossible = of(EXACT, "inference.throughput.serial_speed=at-least 1000 token/s");
        assertThat(value(impossible, "inference.throughput")).isZero();
        assertThat(impossible.servesNothing()).isTrue();
        assertThat(Worked.warnings(impossible))
                .containsExactly(
                        "no-feasible-deployment",
                        "no-feasible-deployment",
                        "no-feasible-deployment",
                        "counts-other-tokens");
    }

    @Test
    void oneChipThatHoldsNoReplicaIsSaidToServeNothing() {
        Estimate estimate =
                of("fleet=!replace {chips: {nvidia-h100-sxm: 1}}", "inference.model=!replace {id: llama-3.1-405b}");

        assertThat(value(estimate, "inference.throughput")).isZero();
        assertThat(value(estimate, "workforce.parallel_researchers")).isZero();
        assertThat(estimate.warnings())
                .filteredOn(warning -> !warning.code().equals("counts-other-tokens"))
                .singleElement()
                .satisfies(
                        warning -> assertThat(warning.message())
                                .startsWith(
                                        "nvidia-h100-sxm has no feasible deployment: there is 1, and a replica that is as fast takes"));
    }

    @Test
    void aSmallFleetTakesASmallReplicaAlthoughALargerOneYieldsMore() {
        Estimate two = of(EXACT, "fleet=!replace {chips: {nvidia-h100-sxm: 2}}");

        assertThat(value(two, "inference.replica.nvidia-h100-sxm.chips")).isEqualTo(2);
        assertThat(value(two, "inference.throughput")).isPositive();
    }

    @Test
    void chipsWithoutTheFormatServeInAnotherOrNothing() {
        String fleet = "fleet=!replace {chips: {nvidia-a100-sxm-80: 80}}";
        assertThat(value(of(fleet), "inference.throughput")).isPositive();
        Estimate none = of(fleet, "inference.throughput.fallback_formats=!delete");
        assertThat(none.warnings())
                .filteredOn(warning -> !warning.code().equals("counts-other-tokens"))
                .singleElement()
                .satisfies(warning -> assertThat(warning.message())
                        .startsWith("nvidia-a100-sxm-80 has no feasible deployment: nvidia-a100-sxm-80 has no fp8"));
        assertThat(value(none, "inference.throughput")).isZero();
    }

    @Test
    void utilizationIsWhatTheParametersArithmeticIsOfThePeak() {
        Estimate estimate = of(EXACT, "fleet=!replace {chips: {nvidia-h100-sxm: 1003}}");

        // Two FLOP for each active parameter, on 1003 chips of 1978.9e12 FLOP/s in fp8.
        double expected = value(estimate, "inference.throughput")
                * 2
                * value(estimate, "model.active_parameters")
                / (1003 * 1978.9e12);
        assertThat(value(estimate, "inference.utilization")).isCloseTo(expected, withinPercentage(1e-9));
    }

    @Test
    void theStepsOfAReplicaAreChecked() {
        assertThat(of().steps())
                .filteredOn(step -> step.kind() == TraceStep.Kind.SOLVED)
                .hasSize(9)
                .allSatisfy(step -> assertThat(step.checks()).isNotEmpty());
    }

    @Test
    void whatTheMethodNeedsAndDoesNotTakeIsSaid() {
        assertThat(problem("fleet=!replace {capacity: 4e21 FLOP/s, precision: bf16}"))
                .contains("[no-chips]", "Maybe fleet.made_of");
        assertThat(problem("inference.serial_speed=50 token/s")).contains("[two-speeds]");
        assertThat(problem("inference.throughput.serial_speed=50 token/s"))
                .contains("[missing-key]", "needs one of at-least ..., best");
        assertThat(problem("inference.throughput.serial_speed=at-least 50")).contains("[no-unit]");
        assertThat(problem("inference.model=!replace {parameters: 1e12 parameter, training_compute: 1e25 FLOP}"))
                .contains("[no-shape]");
        assertThat(problem("inference.throughput.engine=vlm")).contains("[unknown-id]", "Maybe vllm?");
        assertThat(problem("inference.throughput.formats=fp9")).contains("[formats]", "Maybe fp4?");
        assertThat(problem("inference.throughput.context={in: 100 to 200 token, out: 5}"))
                .contains("[uncertain-length]");
        assertThat(problem("inference.throughput.max_replica_chips=0")).contains("[inconsistent]");
        assertThat(problem("inference.throughput={method: flop-rule, utilization: 10%}"))
                .contains("[missing-key]", "inference.serial_speed is missing");
    }

    @Test
    void aTrainedModelIsTimedInTheShapeOfItsSize() {
        Estimate trained = Worked.of("essay-2023-measured", EXACT);

        assertThat(value(trained, "model.shape.layers")).isBetween(370.0, 390.0);
        // Four times the compute is twice the parameters, which are slower to serve by more than that.
        double small =
                value(Worked.of("essay-2023-measured", EXACT, "training.duration=91.25 day"), "inference.throughput");
        assertThat(small).isGreaterThan(2 * value(trained, "inference.throughput"));
    }

    @Test
    void samplesOfTheSizeAreServedAsThatSizeWouldBe() {
        // Duration is drawn from two values that are as likely, and nothing else is uncertain.
        ScenarioPlan plan = Worked.plan(
                "essay-2023-measured",
                EXACT,
                "training.duration={dist: discrete, values: [200 day, 400 day], weights: [1, 1]}");
        Percentiles spread = Estimate.of(plan, Optional.of(new Sampling(1, 1024, 1)))
                .percentiles()
                .get("inference.throughput");

        // The size of a sample is off by one per cent at most, and throughput falls with its power of about 1.5.
        assertThat(spread.p95()).isCloseTo(ofDays("200 day"), withinPercentage(3));
        assertThat(spread.p5()).isCloseTo(ofDays("400 day"), withinPercentage(3));
    }

    private static double ofDays(String duration) {
        return value(Worked.of("essay-2023-measured", EXACT, "training.duration=" + duration), "inference.throughput");
    }

    @Test
    void theBestSpeedIsTheOneAtWhichMostWorkIsDone() {
        String best = "inference.throughput.serial_speed=best";
        String returns = "workforce.diminishing_returns={exponent: %s}";
        double before = 0;
        for (String exponent : List.of("0.9", "0.6", "0.3")) {
            String diminishing = returns.formatted(exponent);
            Estimate found = of(EXACT, best, diminishing);
            double speed = value(found, "inference.serial_speed");
            for (double times : new double[] {0.5, 0.8, 1.25, 2}) {
                Estimate other = of(
                        EXACT, "inference.throughput.serial_speed=at-least " + speed * times + " token/s", diminishing);
                // Speeds are tried 5% apart.
                assertThat(work(other)).as("%s times %s", times, speed).isLessThan(work(found) * 1.01);
            }
            assertThat(speed).as(exponent).isGreaterThan(before);
            before = speed;
            assertThat(found.step("inference.serial_speed")
                            .orElseThrow()
                            .source()
                            .orElseThrow()
                            .title())
                    .contains("at least 95% of the work");
        }
    }

    private static double work(Estimate estimate) {
        return value(estimate, "workforce.effective_researchers") * value(estimate, "workforce.serial_speedup");
    }

    @Test
    void aBestSpeedNeedsDiminishingReturns() {
        assertThat(problem("inference.throughput.serial_speed=best"))
                .contains("[best-speed]", "Maybe at-least 10 token/s?");
        BadInput bad = catchThrowableOfType(
                BadInput.class,
                () -> of("inference.throughput.serial_speed=best", "workforce.diminishing_returns={exponent: 100%}"));
        assertThat(bad.problems().toString()).contains("[best-speed]");
    }

    private static String problem(String setting) {
        BadInput bad = catchThrowableOfType(BadInput.class, () -> of(setting));
        assertThat(bad).as(setting).isNotNull();
        return bad.problems().toString();
    }
}
