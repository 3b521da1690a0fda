package muster.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.diagnostic.BadInput;
import muster.diagnostic.Diagnostic;
import muster.scenario.Estimate;
import muster.scenario.Worked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a fleet that serves warns of, and what it refuses. */
final class ServingWarningsTest {
    private static final String THROUGHPUT = "inference.throughput";

    private static Estimate of(String... settings) {
        return Worked.of("world-2025-serve", all(settings));
    }

    private static String[] all(String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "workforce=!delete",
                "inference.model=!replace {id: llama-3.1-70b}",
                "fleet=!replace {chips: {nvidia-h100-sxm: 1000}}",
                "inference.throughput.max_replica_chips=8"));
        all.addAll(List.of(settings));
        return all.toArray(String[]::new);
    }

    private static Optional<String> warning(Estimate estimate, String code) {
        return estimate.warnings().stream()
                .filter(warning -> warning.code().equals(code))
                .map(Diagnostic::message)
                .findFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "fleet=!replace {capacity: 1e21 FLOP/s, precision: bf16} | no-chips | the fleet is a rate and lists no chips",
                "inference.throughput.max_time_to_first_token=1 to 5 s | bad-first-token | inference.throughput.max_time_to_first_token is a certain time above 0",
                "inference.model=!replace {parameters: 7e10 parameter} | no-shape | inference.model has no shape",
                "inference.throughput.engine=vlm | unknown-id | no engine 'vlm' was measured",
                "inference.throughput.engine=vllm@2026-14 | bad-month | '2026-14' is not a month after an engine",
                "inference.throughput.formats=fp9 | formats | 'fp9' is not a format",
            })
    void whatCannotBeSearchedForIsRefused(String setting, String code, String message) {
        BadInput refused = catchThrowableOfType(BadInput.class, () -> of(setting));
        assertThat(refused.problems()).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.message()).startsWith(message);
        });
    }

    @Test
    void requestsBeyondTheLearnedPositionsOfTheModelAreRefused() {
        String model = "inference.model=!replace {id: gpt-3-175b}";
        BadInput refused = catchThrowableOfType(
                BadInput.class, () -> of(model, "inference.throughput.context={in: 2000, out: 49}"));
        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("beyond-positions");
            assertThat(problem.message())
                    .startsWith(
                            "inference.throughput.context: the model has learned positions for 2048 tokens, and a request has 2049");
        });
        assertThat(value(of(model, "inference.throughput.context={in: 2000, out: 48}")))
                .isPositive();
    }

    @Test
    void aTimeAboveZeroIsALimit() {
        Estimate free = of();
        Estimate soon = of("inference.throughput.max_time_to_first_token=0.2 s");
        assertThat(value(soon)).isPositive().isLessThanOrEqualTo(value(free));
    }

    @Test
    void aTargetOffTheFrontierIsSaidWithWhatThereIs() {
        // 90% of the rate at 20 token/s is more than any replica has.
        String much = warning(
                        of("inference.throughput.target={utilization: 90%, serial_speed: 20 token/s}"), "off-frontier")
                .orElseThrow();
        assertThat(much).startsWith("the target of 20 token/s a stream and ").contains("at this speed there are ");
        String fast = warning(
                        of("inference.throughput.target={utilization: 1%, serial_speed: 5000 token/s}"), "off-frontier")
                .orElseThrow();
        assertThat(fast).contains("no stream has more than ");
        assertThat(warning(
                        of("inference.throughput.target={utilization: 0.1%, serial_speed: 20 token/s}"),
                        "off-frontier"))
                .isEmpty();
    }

    @Test
    void aLimitThatBindsIsSaidWithWhatItCosts() {
        // 141 GB of weights take two chips at least.
        assertThat(warning(
                                of("inference.throughput.max_replica_chips=1", "inference.throughput.formats=bf16"),
                                "limit-binds")
                        .orElseThrow())
                .startsWith("max_replica_chips of 1 binds: with 2 nvidia-h100-sxm would serve");
        assertThat(warning(of("inference.throughput.max_replica_chips=64"), "limit-binds")
                        .filter(words -> words.startsWith("max_replica_chips")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "max_replica_chips, 0, false",
        "max_replica_chips, 1, true",
        "draft_tokens, 9, false",
        "draft_tokens, 8, true",
        "draft_tokens, -1, false"
    })
    void replicasHaveChipsAndFewDraftTokens(String key, int value, boolean good) {
        String setting = "inference.throughput.%s=%s".formatted(key, value);
        if (good) {
            assertThat(of(setting).warnings()).isNotNull();
        } else {
            assertThat(catchThrowableOfType(BadInput.class, () -> of(setting)).problems())
                    .isNotEmpty();
        }
    }

    @Test
    void aFirstTokenThatTakesLongerThanTheAnswerIsLate() {
        String late = warning(of("inference.throughput.context={in: 60000, out: 10}"), "late-first-token")
                .orElseThrow();
        assertThat(late)
                .startsWith("nvidia-h100-sxm: the first token comes after ")
                .contains("and the 10 tokens of an answer take ");
        double first = number(late, "comes after ");
        double rest = number(late, "answer take ");
        assertThat(first).isGreaterThan(rest);
        // Ten tokens at 20 token/s or more.
        assertThat(rest).isBetween(0.0, 0.5);
        assertThat(warning(of("inference.throughput.context={in: 100, out: 1000}"), "late-first-token"))
                .isEmpty();
    }

    private static double number(String text, String before) {
        return Double.parseDouble(
                text.substring(text.indexOf(before) + before.length()).split(" ", -1)[0]);
    }

    @Test
    void whatTheFitDidNotSeeIsCautioned() {
        assertThat(warning(of("fleet=!replace {chips: {intel-gaudi3: 1000}}"), "outside-calibration")
                        .orElseThrow())
                .startsWith("intel-gaudi3: the fit had no chip of the family Gaudi");
        assertThat(warning(of(), "outside-calibration")).isEmpty();
        // An error that is stated, or another method, has no band of the fit.
        assertThat(warning(
                        of("fleet=!replace {chips: {intel-gaudi3: 1000}}", "inference.throughput.error=1"),
                        "outside-calibration"))
                .isEmpty();
        assertThat(warning(
                        of(
                                "fleet=!replace {chips: {intel-gaudi3: 1000}}",
                                "inference.throughput.time_model=scaling-book"),
                        "outside-calibration"))
                .isEmpty();
    }

    // Experts over as many chips as a replica may take, which no benchmark does.
    private static Estimate wide(String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "inference.model=!replace {id: deepseek-v3}",
                "fleet=!replace {chips: {nvidia-h200-sxm: 100000}}",
                "inference.throughput.max_replica_chips=256"));
        all.addAll(List.of(settings));
        return of(all.toArray(String[]::new));
    }

    @Test
    void layoutsThatNoMeasuredRowRanAreSaid() {
        assertThat(warning(wide(), "unmeasured-layout").orElseThrow())
                .startsWith("nvidia-h200-sxm: ")
                .contains(
                        " ran data-parallel attention of ",
                        "scale-up domains",
                        "Maybe inference.throughput.layouts: as-benchmarked?");
        assertThat(warning(wide("inference.throughput.layouts=as-benchmarked"), "unmeasured-layout"))
                .isEmpty();
        // Another method has no rows of a fit.
        assertThat(warning(wide("inference.throughput.time_model=scaling-book"), "unmeasured-layout"))
                .isEmpty();
    }

    @Test
    void amongLayoutsAsBenchmarkedLessIsServed() {
        double any = wide().quantity("inference.throughput").orElseThrow().base();
        double benchmarked = wide("inference.throughput.layouts=as-benchmarked")
                .quantity("inference.throughput")
                .orElseThrow()
                .base();

        assertThat(benchmarked).isPositive().isLessThan(any);
    }

    // 2027-08 is at least twelve months after the newest row: the band is wider, and says why.
    @Test
    void aMonthBeyondTheRowsOfAnEngineIsCautioned() {
        assertThat(warning(of("inference.throughput.engine=vllm@2027-08"), "outside-calibration")
                        .orElseThrow())
                .startsWith("nvidia-h100-sxm: the fit had no row of vllm after 2026-")
                .contains("one configuration at several dates showed");
        assertThat(warning(of("inference.throughput.engine=vllm@2026-03"), "outside-calibration"))
                .isEmpty();
    }

    @Test
    void chipsThatServeNothingAreNamed() {
        // 141 GB of weights on one chip of 80, and too few chips for a replica.
        Estimate none = of("inference.throughput.max_replica_chips=1", "inference.throughput.formats=bf16");
        assertThat(warning(none, "no-feasible-deployment").orElseThrow())
                .contains("has no feasible deployment: no replica of at most 1 chip");
        assertThat(value(none)).isZero();
        Estimate few = of("fleet=!replace {chips: {nvidia-h100-sxm: 1}}", "inference.throughput.formats=bf16");
        assertThat(warning(few, "no-feasible-deployment")).isPresent();
        assertThat(warning(of(), "no-feasible-deployment")).isEmpty();
    }

    @Test
    void theUtilizationIsTheArithmeticOfTheTokensOverTheRate() {
        Estimate estimate = of("inference.throughput.formats=bf16");
        double rate = estimate.quantity("inference.throughput").orElseThrow().in("token/s");
        // Two FLOP for each of 69.5e9 parameters beside the input embedding, of 1000 times 989.4 TFLOP/s.
        assertThat(estimate.quantity("inference.utilization").orElseThrow().in("1"))
                .isCloseTo(2 * 69.5e9 * rate / (1000 * 989.4e12), withinPercentage(1));
    }

    private static double value(Estimate estimate) {
        return estimate.quantity(THROUGHPUT).orElseThrow().base();
    }
}
