package muster.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.BadInput;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.scenario.Estimate;
import muster.scenario.ScenarioCatalog;
import muster.scenario.Scenarios;
import muster.scenario.Worked;
import muster.trace.Given;
import muster.trace.TraceStep;
import muster.uncertainty.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is recorded of a workforce and what is left out of the record. */
final class WorkforcePartsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, false",
                "0.5, -, true",
                "0, -, false",
                "-0.5, -, false",
                "0, 0.5, true",
                "-0.5, 0.5, true",
                "0, 0, false",
                "-0.5, -0.5, false",
                "-, 0.5, false"
            })
    void aBetterModelIsWorthSomethingWhereOneOfTheTradesIsAboveZero(String above, String below, boolean rewards) {
        assertThat(elasticity(above, below).rewards()).isEqualTo(rewards);
        assertThat(elasticity(above, below).none().rewards()).isFalse();
    }

    @Test
    void theTradesAreSaidInALine() {
        Input reference = Given.input("reference", "1e25 FLOP");
        assertThat(elasticity("0.5", "1.5").words(reference).orElseThrow())
                .contains("fall by 0.5 orders", "above 1e25 FLOP", "rise by 1.5 for each below", "over 3 either way");
        assertThat(elasticity("0.5", null).words(reference).orElseThrow()).contains("fall by 0.5", "rise by 0.5");
        assertThat(elasticity(null, null).words(reference)).isEmpty();
    }

    private static Elasticity elasticity(String above, String below) {
        return new Elasticity(
                Optional.ofNullable(above).map(value -> Given.input("e", value)),
                Optional.ofNullable(below).map(value -> Given.input("d", value)),
                Given.input("r", "3"));
    }

    @ParameterizedTest
    @CsvSource({
        // months of a lead, points of its curves: at most 24 of them, 1, 2, 3, 6, 12, 24 or 60 months apart, or more
        "24, 24",
        "25, 13",
        "48, 24",
        "49, 17",
        "72, 24",
        "73, 13",
        "145, 13",
        "289, 13",
        "577, 10",
        "1440, 24",
        "1441, 24",
    })
    void aCurveHasAtMostTwoDozenPoints(int months, int points) {
        Estimate estimate = Worked.of("essay-2023", "lead={duration: %s month}".formatted(months));
        assertThat(estimate.curve("lead.cumulative").orElseThrow().points()).hasSize(points);
    }

    @Test
    void aLeadInOnePhaseIsToldWithoutPhases() {
        assertThat(names(Worked.of("essay-2023", "lead={duration: 6 month}")))
                .noneMatch(name -> name.startsWith("lead.pause"));
        List<String> slowing =
                names(Worked.of("essay-2023", "lead={duration: 6 month, slowing: {a: {pace: 50%, lasts: 2 month}}}"));
        assertThat(slowing).contains("lead.pause.lasted", "lead.slowing.a.lasted", "lead.slowing.a.left");
        // After two months at half pace five of six are left.
        assertThat(Worked.value(
                        "essay-2023",
                        "lead.pause.lasted",
                        "month",
                        "lead={duration: 6 month, slowing: {a: {pace: 50%, lasts: 2 month}}}"))
                .isCloseTo(5, within(1e-12));
    }

    @Test
    void onlyTheHeadCountsThatAreAskedForAreCompared() {
        Estimate estimate = Worked.of("essay-2023", "workforce.compare_with=[ai-safety-2025]");
        assertThat(names(estimate))
                .filteredOn(name -> name.matches("workforce\\.compared\\.[^.]*"))
                .containsExactly("workforce.compared.ai-safety-2025");
        // 43,618.6 heads of 15 months a month over 1,100 who do one each.
        assertThat(estimate.quantity("workforce.work_compared.ai-safety-2025")
                        .orElseThrow()
                        .in("1"))
                .isCloseTo(43_618.6 * 15 / 1100, withinPercentage(1e-3));
        assertThat(names(Worked.of("essay-2023")))
                .filteredOn(name -> name.matches("workforce\\.compared\\.[^.]*"))
                .hasSizeGreaterThan(2);
    }

    @Test
    void asManySupervisorsAsAreNeededBindNobody() {
        // 460,000 streams are 46,000 heads at ten streams each.
        String[] exactly = {
            "inference.throughput.copies=460000",
            "inference.serial_speed=50 token/s",
            "workforce.streams=10",
            "workforce.supervision={supervisors: 4600, directs: 10}"
        };
        assertThat(Worked.warnings(Worked.of("gpt-2030", exactly))).doesNotContain("supervision-binds");
        exactly[3] = "workforce.supervision={supervisors: 4599, directs: 10}";
        assertThat(Worked.warnings(Worked.of("gpt-2030", exactly))).contains("supervision-binds");
    }

    @Test
    void whatNoKnownChipServesCostsNothingThatIsTold() {
        String tokens = "workforce.tokens_per_researcher_month";
        assertThat(names(Worked.of("serve-llama-70b"))).contains(tokens);
        assertThat(names(Worked.of("essay-2023"))).doesNotContain(tokens);
    }

    @Test
    void anExchangeRateWithoutAModelCountsNoQuality() {
        Catalog shelf = ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(), new Problems());
        WorkforcePlan plan = Scenarios.plan(
                        shelf,
                        new Text("one-kind-of-chip", Place.argument("one-kind-of-chip")),
                        List.of(),
                        new Problems())
                .flatMap(found -> found.workforce())
                .orElseThrow();
        assertThat(plan.countsQuality()).isTrue();
        ResearcherRate own = (ResearcherRate) plan.rate();
        assertThat(plan.with(own).countsQuality()).isTrue();
        ResearcherRate bare = new ResearcherRate(
                own.tokensPerResearcherSecond(), own.streams(), own.counts(), Optional.empty(), Optional.empty());
        assertThat(plan.with(bare).countsQuality()).isFalse();
        assertThat(plan.with(bare).rate()).isEqualTo(bare);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exchange_rate: nesov-2025, elasticity: 0.5 | workforce.elasticity needs the model that the exchange rate was stated for",
                "exchange_rate: finnveden-2023, elasticity_below: 1.5 | workforce.elasticity_below is the other way of workforce.elasticity, which is missing",
                "exchange_rate: finnveden-2023, elasticity: 0.5, elasticity_below: 1.5 | "
            })
    void anElasticityHasAModelAndAWayUp(String keys, String message) {
        String workforce = "workforce={%s, calendar: {human: 8 h/day, ai: 24 h/day}}".formatted(keys);
        if (message == null) {
            assertThat(names(Worked.of("essay-2023", workforce))).contains("workforce.tokens_at_quality");
            return;
        }
        BadInput refused = catchThrowableOfType(BadInput.class, () -> Worked.of("essay-2023", workforce));
        assertThat(refused.problems()).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo("missing-key");
            assertThat(problem.message()).startsWith(message);
        });
    }

    private static List<String> names(Estimate estimate) {
        return estimate.steps().stream().map(TraceStep::name).toList();
    }
}
