package muster.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Map;
import java.util.stream.Collectors;
import muster.inference.serving.Attainment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the essay's fleet can have of speed and throughput, beside what the essay has. */
final class AttainmentTest {
    private static final String ESSAY = "essay-2023-measured";
    private final Attainment found = of();

    private static Attainment of(String... settings) {
        return Worked.of(ESSAY, settings).surveyed().attainment().orElseThrow();
    }

    private static Attainment.TargetResult wish(Attainment attainment) {
        return attainment.target().orElseThrow();
    }

    /** Run from Erdil's notebook for a dense model of 11e12 parameters on H100 in fp8 at 4096 tokens: 14.4, and 7.6 to 7.8. */
    @Test
    void erdilsModelHasFourteenTokensPerSecondAtMost() {
        Attainment.Opinion erdil = found.opinions().stream()
                .filter(opinion -> opinion.method().equals("erdil"))
                .findFirst()
                .orElseThrow();

        assertThat(erdil.fastest().orElseThrow()).isCloseTo(14.4, withinPercentage(5));
        assertThat(erdil.atUtilization().orElseThrow()).isBetween(7.6 * 0.95, 7.8 * 1.05);
    }

    @Test
    void theEssaysPairIsOffTheFrontier() {
        // 50% of 1e21 FLOP/s over 2 FLOP for each of sqrt(1.5768e28 / 120) parameters: as essay-2023 has it.
        assertThat(wish(found).throughput()).isCloseTo(2.180933e7, withinPercentage(1e-3));
        assertThat(wish(found).serialSpeed()).isEqualTo(50);
        assertThat(wish(found).has().reached()).isFalse();
        assertThat(wish(found).has().throughputAtSpeed()).isZero();
        assertThat(found.fastest().p5()).isLessThan(found.fastest().value());
        assertThat(found.fastest().p95())
                .isLessThan(50)
                .isGreaterThan(found.fastest().value());
    }

    @Test
    void itSaysOfTheFleetWhatTheEstimateSays() {
        assertThat(found.throughput())
                .isCloseTo(Worked.value(ESSAY, "inference.throughput", "token/s"), withinPercentage(1e-9));
        Attainment.Kind.Serving serving = found.kinds().get(0).serving().orElseThrow();
        assertThat(serving.throughput()).isCloseTo(found.throughput(), withinPercentage(1e-9));
        assertThat(serving.point().breakdown().seconds() * serving.speed().value())
                .isCloseTo(1, withinPercentage(1e-6));
        assertThat(serving.utilization())
                .isCloseTo(Worked.value(ESSAY, "inference.utilization", "1"), withinPercentage(2));
    }

    @Test
    void everyWayNamesWhatItReaches() {
        Map<String, Attainment.Result> ways = wish(found).improvements().stream()
                .collect(Collectors.toMap(Attainment.Improvement::id, Attainment.Improvement::result));

        assertThat(ways)
                .containsOnlyKeys(
                        "draft-tokens",
                        "four-bit-weights",
                        "wider-domain",
                        "all-of-these",
                        "experts",
                        "experts-and-all",
                        "smaller-model",
                        "smaller-model-and-all");
        ways.forEach((way, result) -> {
            assertThat(result.reached())
                    .as(way)
                    .isEqualTo(result.throughputAtSpeed() >= wish(found).throughput());
            assertThat(result.fastest())
                    .as(way)
                    .isGreaterThanOrEqualTo(found.fastest().value() * (1 - 1e-12));
        });
        assertThat(ways.get("smaller-model").reached()).isTrue();
        assertThat(ways.get("wider-domain").reached()).isFalse();
    }

    /** A way is worth what a scenario that says so is worth. */
    @ParameterizedTest
    @CsvSource({
        "draft-tokens, inference.throughput.draft_tokens=2",
        "four-bit-weights, 'inference.throughput.formats=weights=fp4,activations=fp8,cache=fp8'"
    })
    void aWayIsTriedAsAScenarioWouldTryIt(String way, String setting) {
        Attainment.Result tried = wish(found).improvements().stream()
                .filter(each -> each.id().equals(way))
                .findFirst()
                .orElseThrow()
                .result();

        assertThat(of(setting).fastest().value()).isCloseTo(tried.fastest(), withinPercentage(1e-9));
    }

    @Test
    void aWishThatCanBeHadIsSaidToBe() {
        Attainment modest = of("inference.throughput.target={serial_speed: 10 token/s, utilization: 1%}");

        assertThat(Worked.warnings(Worked.of(ESSAY))).contains("off-frontier");
        assertThat(wish(modest).has().reached()).isTrue();
        assertThat(wish(modest).has().speedAtThroughput().orElseThrow()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void withoutAWishNothingIsTried() {
        Attainment plain = of("inference.throughput.target=!delete");

        assertThat(plain.target()).isEmpty();
        assertThat(plain.opinions()).isEmpty();
    }
}
