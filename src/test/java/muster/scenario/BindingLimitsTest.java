package muster.scenario;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.inference.replica.BindingLimit;
import muster.testing.Seeded.Draws;
import org.junit.jupiter.api.Test;

/** A limit that binds is said with what it costs, and one that is not said costs nothing. */
class BindingLimitsTest {
    private static final double NOTHING_GAINED = 1.001;

    @Test
    void theLimitOfAReplicasChipsIsSaidWhereItBindsAndNowhereElse() {
        forAll(3, 500, BindingLimitsTest::settings, settings -> {
            Estimate found = Worked.of("world-2025-serve", settings.toArray(String[]::new));
            double had = throughput(found);
            Optional<BindingLimit> said = limits(found).stream()
                    .filter(limit -> limit.of() == BindingLimit.Of.MAX_REPLICA_CHIPS)
                    .findFirst();
            int most = found.serving().orElseThrow().plan().request().maxReplicaChips();
            double relaxed = said.map(BindingLimit::relaxed).orElse(2.0 * most);
            List<String> more = new ArrayList<>(settings);
            more.add("inference.throughput.max_replica_chips=" + (int) relaxed);
            double then = throughput(Worked.of("world-2025-serve", more.toArray(String[]::new)));

            assertThat(then).isGreaterThanOrEqualTo(had * (1 - 1e-9));
            if (said.isEmpty()) {
                assertThat(then).isLessThanOrEqualTo(had * NOTHING_GAINED);
            } else if (had > 0) {
                assertThat(then / had).isCloseTo(said.get().gain(), withinPercentage(1e-6));
            } else {
                assertThat(then).isPositive();
                assertThat(said.get().gain()).isInfinite();
            }
        });
    }

    @Test
    void aLimitIsAWarningWhereTheFigureStands() {
        Estimate found = Worked.of("essay-2023-measured-moe-loss", "inference.throughput.max_replica_chips=64");

        assertThat(limits(found)).isNotEmpty();
        assertThat(found.warnings())
                .filteredOn(warning -> warning.code().equals("limit-binds"))
                .first()
                .satisfies(warning -> assertThat(warning.message())
                        .startsWith("max_replica_chips of 64 binds: with 128 nvidia-h100-sxm would serve"));
    }

    @Test
    void theTimeToTheFirstTokenIsALimitLikeOthers() {
        Estimate free = Worked.of("essay-2023-measured");
        Estimate limited = Worked.of("essay-2023-measured", "inference.throughput.max_time_to_first_token=10 s");

        assertThat(limits(limited)).singleElement().satisfies(limit -> {
            assertThat(limit.of()).isEqualTo(BindingLimit.Of.MAX_TIME_TO_FIRST_TOKEN);
            assertThat(limit.value()).isEqualTo(10);
            assertThat(limit.gain()).isCloseTo(throughput(free) / throughput(limited), withinPercentage(1e-6));
        });
        assertThat(Worked.warnings(free)).contains("late-first-token");
        assertThat(Worked.warnings(limited)).doesNotContain("late-first-token");
    }

    private static List<BindingLimit> limits(Estimate estimate) {
        return estimate.serving().orElseThrow().limits();
    }

    private static double throughput(Estimate estimate) {
        return estimate.quantity("inference.throughput").orElseThrow().base();
    }

    private static List<String> settings(Draws draws) {
        String chip = draws.oneOf(List.of("nvidia-h100-sxm", "nvidia-h20", "google-tpu-v5p", "nvidia-b200-sxm"));
        return List.of(
                "workforce=!delete",
                "fleet.chips={%s: %s}".formatted(chip, draws.whole(100, 100_000)),
                "inference.model="
                        + draws.oneOf(List.of("llama-3.1-8b", "qwen3-30b-a3b", "llama-3.1-70b", "gpt-oss-120b")),
                "inference.throughput.serial_speed=at-least %s token/s".formatted(draws.magnitude(1, 400)),
                "inference.throughput.formats=" + draws.oneOf(List.of("bf16", "fp8")),
                "inference.throughput.fallback_formats=bf16",
                "inference.throughput.max_replica_chips=" + draws.oneOf(List.of(1, 2, 4, 8, 16, 24)),
                "inference.throughput.context={in: %s, out: %s}"
                        .formatted(draws.whole(16, 8192), draws.whole(16, 2048)));
    }
}
