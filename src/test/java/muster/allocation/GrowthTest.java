package muster.allocation;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import muster.catalog.Catalog;
import muster.diagnostic.BadInput;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.scenario.ScenarioCatalog;
import muster.scenario.Scenarios;
import muster.testing.Seeded.Draws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a fleet buys that grows, and what of it leaves. */
final class GrowthTest {
    private static final Catalog SHELF = ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(), new Problems());
    private static final String FLEET = "fleet=!replace {chips: {%s: 1000}}";
    private static final List<String> SMALL =
            List.of("allocation.train=!delete", "allocation.horizon=360 day", "allocation.period=30 day");

    // Dense 16-bit rates in TFLOP/s, as their makers print them.
    private static final Map<String, Double> RATES = Map.of(
            "nvidia-h100-sxm", 989.4,
            "nvidia-gb200", 2500.0,
            "nvidia-gb300", 2500.0,
            "nvidia-rubin", 4000.0,
            "google-tpu-v5e", 197.0,
            "google-tpu-v6e", 918.0,
            "google-tpu7x", 2307.0);

    private static AllocationPlan plan(List<String> settings, String... more) {
        Problems problems = new Problems();
        List<String> all = new ArrayList<>(settings);
        all.addAll(Arrays.asList(more));
        return Scenarios.plan(SHELF, new Text("mixed-fleet", Place.argument("mixed-fleet")), all, problems)
                .orElseThrow(() -> new BadInput(problems.sorted()))
                .allocation()
                .orElseThrow();
    }

    private record Drawn(String first, String second, int more, double growth, String in, String lifetime) {
        List<String> settings() {
            List<String> settings = new ArrayList<>(SMALL);
            settings.add("fleet=!replace {chips: {%s: 1000, %s: %d}}".formatted(first, second, more));
            settings.add("allocation.growth=" + growth);
            settings.add("allocation.growth_in=" + in);
            settings.add("allocation.lifetime=" + lifetime);
            settings.add("allocation.start=2026-06-30");
            return settings;
        }
    }

    private static Drawn drawn(Draws draws) {
        return new Drawn(
                draws.oneOf(List.of("nvidia-h100-sxm", "nvidia-gb200")),
                draws.oneOf(List.of("google-tpu-v5e", "google-tpu-v6e")),
                draws.whole(1, 100_000),
                draws.magnitude(0.3, 5),
                draws.oneOf(List.of(
                        "newest", "{made_of: nvidia-gb300}", "{made_of: {google-tpu7x: 30%, nvidia-gb300: 70%}}")),
                draws.oneOf(List.of("2 year", "5 year", "100 year")));
    }

    private static double flopPerSecond(AllocationPlan plan, int period) {
        return plan.chips().keySet().stream()
                .mapToDouble(chip -> plan.central(chip).get(period) * RATES.get(chip) * 1e12)
                .sum();
    }

    /** Whatever it buys and whatever leaves, its rate is what was asked for, and no chips come from nowhere. */
    @Test
    void theRateIsThatWhichWasAskedFor() {
        forAll(20, 200, GrowthTest::drawn, fleet -> {
            AllocationPlan plan = plan(fleet.settings());
            double first = (1000 * RATES.get(fleet.first()) + fleet.more() * RATES.get(fleet.second())) * 1e12;
            for (int period = 0; period < 12; period++) {
                assertThat(flopPerSecond(plan, period))
                        .isCloseTo(first * Math.pow(fleet.growth(), period * 30 / 365.0), withinPercentage(1e-9));
            }
            // What stood at first is not bought again, and does not come back.
            for (String old : List.of(fleet.first(), fleet.second())) {
                List<Double> counts = plan.central(old);
                for (int period = 1; period < 12; period++) {
                    assertThat(counts.get(period)).isLessThanOrEqualTo(counts.get(period - 1) * (1 + 1e-12));
                }
            }
        });
    }

    /** Chips that growth buys are those that deliveries of as many would bring. */
    @Test
    void growthIsDeliveriesOfWhatItBuys() {
        forAll(21, 100, draws -> draws.magnitude(1.1, 6), growth -> {
            List<String> fleet = List.of(
                    FLEET.formatted("nvidia-h100-sxm"), "allocation.horizon=120 day", "allocation.train=!delete");
            AllocationPlan grown = plan(fleet, "allocation.growth=" + growth, "allocation.start=2025-12-31");
            StringBuilder deliveries = new StringBuilder();
            for (int period = 1; period < 4; period++) {
                double bought = 1000
                        * 989.4
                        * (Math.pow(growth, period * 30 / 365.0) - Math.pow(growth, (period - 1) * 30 / 365.0))
                        / 2500;
                deliveries.append(
                        "d%d: {chip: nvidia-gb300, count: %s, at: %d day}, ".formatted(period, bought, period * 30));
            }
            AllocationPlan delivered = plan(fleet, "allocation.deliveries={%s}".formatted(deliveries));
            for (String chip : List.of("nvidia-h100-sxm", "nvidia-gb300")) {
                for (int period = 0; period < 4; period++) {
                    assertThat(grown.central(chip).get(period))
                            .isCloseTo(delivered.central(chip).get(period), withinPercentage(1e-9));
                }
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "nvidia-h100-sxm,  2024-12-31, nvidia-b200-sxm",
        "nvidia-h100-sxm,  2025-06-30, nvidia-gb200",
        "nvidia-a100-sxm-80, 2023-06-30, nvidia-h100-sxm",
        "nvidia-gb200,     2025-12-31, nvidia-gb300",
        "nvidia-h20,       2025-06-30, nvidia-h20",
        "google-tpu-v4i,   2025-06-30, google-tpu-v6e",
        "google-tpu-v5e,   2025-12-31, google-tpu7x",
        "amd-mi250x,       2024-06-30, amd-mi300x",
        "amd-mi300x,       2025-12-31, amd-mi355x",
        "aws-inferentia2,  2025-12-31, aws-trainium3",
    })
    void theNewestOnSaleIsBought(String chip, String date, String bought) {
        AllocationPlan plan = plan(List.of(
                FLEET.formatted(chip),
                "allocation.train=!delete",
                "allocation.horizon=60 day",
                "allocation.growth=2",
                "allocation.start=" + date));

        assertThat(plan.growth().orElseThrow()).contains(" in %s from %s;".formatted(bought, date));
        assertThat(plan.chips().keySet())
                .containsExactlyElementsOf(
                        List.of(chip, bought).stream().distinct().toList());
        // A chip that is not bought any more stays as it is for two months.
        assertThat(plan.central(bought).get(1)).isGreaterThan(0);
    }

    @Test
    void eachMakerKeepsItsPartOfWhatIsBought() {
        AllocationPlan plan = plan(
                SMALL,
                "fleet=!replace {chips: {nvidia-h100-sxm: 1000, google-tpu-v6e: 1000}}",
                "allocation.growth=2",
                "allocation.start=2025-12-31");

        // 989.4 of 2500 and 918 of 2307 for the same part of the whole, before the Rubin of August 2026.
        assertThat(plan.central("nvidia-gb300").get(7)
                        / plan.central("google-tpu7x").get(7))
                .isCloseTo((989.4 / 2500) / (918.0 / 2307), withinPercentage(1e-9));
    }

    @Test
    void whatIsOlderThanALifetimeLeaves() {
        List<Double> chips = plan(
                        List.of(
                                FLEET.formatted("nvidia-a100-sxm-80"),
                                "allocation.train=!delete",
                                "allocation.horizon=730 day",
                                "allocation.period=365 day"),
                        "allocation.growth=2",
                        "allocation.start=2025-12-31")
                .central("nvidia-a100-sxm-80");

        // Sold from October 2020 until the H100 of October 2022; on 2025-12-31 none is older than 1825 days, of
        // 2021-01-01.
        // A year on, those of the 365 days after that have left, of 638 days.
        assertThat(chips.get(0)).isCloseTo(1000, withinPercentage(1e-9));
        assertThat(chips.get(1)).isCloseTo(1000 * 273 / 638.0, withinPercentage(1e-9));
    }

    @Test
    void aFleetCanGrowAsItIs() {
        List<Double> chips = plan(SMALL, "allocation.growth=2", "allocation.growth_in=as-it-is")
                .central("nvidia-h20");

        assertThat(chips.get(11)).isCloseTo(60_000 * Math.pow(2, 330 / 365.0), withinPercentage(1e-9));
    }

    @Test
    void aFleetOfTheCatalogBeginsAtItsDate() {
        AllocationPlan plan = plan(
                SMALL, "fleet=!replace {id: xai-colossus-1}", "allocation.growth=2", "allocation.growth_in=newest");

        // July 2025: the B200 of December 2024 has a successor, the GB200 of February 2025.
        assertThat(plan.growth().orElseThrow()).contains("in nvidia-gb200 from 2025-07-22", "nvidia-gb300 from");
    }

    @Test
    void whatCannotBeBoughtIsSaidAtItsPlace() {
        List<String> grows = List.of(FLEET.formatted("nvidia-h100-sxm"), "allocation.growth=2");
        assertThat(problem(grows, "allocation.start=2025-12-31", "allocation.growth_in={made_of: nvidia-rubin}"))
                .contains(
                        "[not-on-sale]",
                        "allocation.growth_in",
                        "nvidia-rubin cannot be bought on 2025-12-31: it could be had from 2026-08-26 on. Maybe nvidia-gb300?");
        assertThat(problem(grows, "allocation.start=2025-12-31", "allocation.growth_in={made_of: nvidia-b100}"))
                .contains("[not-on-sale]", "it was announced and has no date");
        assertThat(problem(grows, "allocation.start=2026-12-31", "allocation.growth_in={made_of: nvidia-rubin-cpx}"))
                .contains("[not-on-sale]", "it was cancelled and has no date");
        assertThat(problem(grows, "allocation.start=2025-12-31", "allocation.growth_in={made_of: nvidia-gb301}"))
                .contains("[unknown-id]", "there is no chip 'nvidia-gb301'. Maybe nvidia-gb300?");
        assertThat(problem(
                        grows,
                        "allocation.start=2025-12-31",
                        "allocation.growth_in={made_of: {nvidia-gb200: 50%, nvidia-gb300: 40%}}"))
                .contains("[shares]", "90.0%");
        assertThat(problem(grows)).contains("[growth-date]", "Maybe allocation.start: 2025-12-31");
        assertThat(problem(List.of(FLEET.formatted("nvidia-h100-sxm")), "allocation.lifetime=3 year"))
                .contains("[dead-key]", "allocation.lifetime");
    }

    private static String problem(List<String> settings, String... more) {
        BadInput bad = catchThrowableOfType(BadInput.class, () -> plan(settings, more));
        assertThat(bad).isNotNull();
        return bad.problems().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}
