package muster.allocation.search;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.allocation.problem.Activity;
import muster.allocation.problem.Assignment;
import muster.allocation.problem.ExclusiveJobs;
import muster.allocation.problem.ResearchReturns;
import muster.allocation.problem.ResearchTerms;
import muster.allocation.problem.ResourceLimits;
import muster.allocation.problem.ServingOption;
import muster.allocation.problem.Situation;
import muster.allocation.problem.Situations;
import muster.research.production.Production;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans in which chips also run experiments. */
final class ResearchPlansTest {
    private static final double SPEEDUP = 9;

    /** One period, one kind of chip, each 1 H100e or two agents; the laboratory has 25 for experiments and 45 for agents. */
    private static Situation shares(Production law, double chips) {
        ResearchReturns returns = new ResearchReturns(law.headsExponent(), 1, 1, 1);
        double each = 2 * returns.equivalents(SPEEDUP);
        return new Situation(
                        1,
                        Situations.MONTH,
                        List.of(Situations.stock("chip", chips, 1)),
                        List.of("old"),
                        List.of(),
                        ExclusiveJobs.ALL,
                        List.of(new ServingOption("old", "old", "chip", 2, SPEEDUP)),
                        ResourceLimits.NONE,
                        returns,
                        Optional.empty())
                .under(new ResearchTerms(law, 25, 45 * each, 0, Map.of("chip", 1.0)));
    }

    private static OptimalPlan best(Situation situation) {
        return AllocationSolution.best(situation).orElseThrow();
    }

    private static double used(OptimalPlan plan, Class<? extends Activity> use) {
        return plan.assignments().stream()
                .filter(each -> use.isInstance(each.activity()))
                .mapToDouble(Assignment::chips)
                .sum();
    }

    @Test
    void aChipIsWorthWhatItsUseAdds() {
        // At a quarter of the fleet for experiments and 45% for agents, of the rate there for a whole fleet more.
        Situation situation = shares(Situations.AI_FUTURES, 70);
        ResearchTerms terms = situation.research().orElseThrow();
        double agents = 45 * 2 * SPEEDUP * SPEEDUP;
        ResearchTerms.Plane plane = terms.tangents(25, agents).get(0);
        double experiments = 100 * plane.perH100e();
        double serving = 100 * plane.perEquivalent() * 2 * SPEEDUP * SPEEDUP;

        assertThat(plane.at(25, agents)).isCloseTo(1, within(1e-12));
        assertThat(experiments).isCloseTo(1.72147, within(5e-6));
        assertThat(serving).isCloseTo(0.380865, within(5e-6));
        assertThat(experiments / serving).isCloseTo(4.51990, within(5e-5));
        double more = terms.rate(25 * (1 + 1e-6), agents) - terms.rate(25 * (1 - 1e-6), agents);
        assertThat(plane.perH100e()).isCloseTo(more / 50e-6, withinPercentage(1e-4));
    }

    @Test
    void theBestSplitIsFound() {
        Situation situation = shares(Situations.AI_FUTURES, 70);
        OptimalPlan plan = best(situation);

        assertThat(plan.worth()).isCloseTo(1.15861, within(5e-6));
        assertThat(used(plan, Activity.Experiment.class)).isCloseTo(48.2616, within(0.05));
        UseValues values = UseValues.of(situation, plan, "chip", 0).orElseThrow();
        assertThat(values.serving().orElseThrow()).isCloseTo(values.experiments(), withinPercentage(1e-6));
        assertThat(plan.duals().chips().get("chip").get(0)).isCloseTo(values.experiments(), withinPercentage(1e-6));
        assertThat(values.training()).isEmpty();
    }

    // Where tangents meet, worked out once in Python; a search over a grid of points finds a little less than the most.
    @ParameterizedTest
    @CsvSource({
        "2, 4.365803073243635, 4.36406",
        "4, 1.0878298819588128, 1.08765",
        "8, 0.2717594307148907, 0.271577",
        "16, 0.06793132773952326, 0.0678417"
    })
    void tangentsOverstateAsMuchAsIsKnown(int perDecade, double percent, double onGrid) {
        ResearchTerms terms = new ResearchTerms(Situations.AI_FUTURES, 1, 1, 0, Map.of());
        double most = 0;
        for (int step = -perDecade; step < perDecade; step++) {
            ResearchTerms.Plane one = tangent(terms, perDecade, step);
            ResearchTerms.Plane next = tangent(terms, perDecade, step + 1);
            double meet = (next.at(0, 1) - one.at(0, 1)) / (one.perH100e() - next.perH100e());
            most = Math.max(most, one.at(meet, 1) / terms.rate(meet, 1) - 1);
        }

        assertThat(100 * most).isCloseTo(percent, withinPercentage(1e-6));
        assertThat(100 * most).isCloseTo(onGrid, withinPercentage(0.15)).isGreaterThan(onGrid);
    }

    private static ResearchTerms.Plane tangent(ResearchTerms terms, int perDecade, int step) {
        return terms.tangents(Math.pow(10, (double) step / perDecade), 1).get(0);
    }

    @Test
    void theBoundMeetsTheWorth() {
        forAll(61, 25, Situations::underLaw, situation -> {
            OptimalPlan plan = best(situation);
            assertThat(plan.evaluation().breaches()).isEmpty();
            assertThat(plan.bound() - plan.worth()).isBetween(-1e-9 * plan.bound(), 1e-6 * plan.bound());
            assertThat(PlanReplay.worth(situation, plan, situation)).isCloseTo(plan.worth(), withinPercentage(1e-4));
        });
    }

    @Test
    void boundsWithoutAProgramLieAbove() {
        forAll(62, 25, Situations::underLaw, situation -> {
            OptimalPlan plan = best(situation);
            double most = plan.worth() * (1 - 1e-9);
            assertThat(ScheduleBound.of(situation, plan.schedule())).isGreaterThanOrEqualTo(most);
            assertThat(DualBound.of(situation, plan.schedule(), plan)).isGreaterThanOrEqualTo(most);
            BaselineRules.of(situation)
                    .forEach(rule -> rule.worth()
                            .ifPresent(worth -> assertThat(worth).isLessThanOrEqualTo(plan.bound() * (1 + 1e-6))));
        });
    }

    @Test
    void pricesAreSlopes() {
        forAll(63, 10, Situations::underLaw, situation -> {
            OptimalPlan plan = best(situation);
            String chip = situation.stocks().get(0).chip();
            double count = situation.stocks().get(0).count(0);
            double price = plan.duals().chips().get(chip).get(0);
            double more = same(situation, plan, chip, 1e-3 * count);
            double less = same(situation, plan, chip, -1e-3 * count);
            // The price lies between the slopes of the two sides, to the digits of the gap.
            double digits = 2 * ScheduleSearch.RESEARCH_GAP * plan.bound() / (1e-3 * count);
            assertThat(price)
                    .isBetween(
                            (more - plan.worth()) / (1e-3 * count) - digits,
                            (plan.worth() - less) / (1e-3 * count) + digits);
        });
    }

    // The worth with so many chips more, with the periods of completion as they are.
    private static double same(Situation situation, OptimalPlan plan, String chip, double more) {
        Situation changed = Situations.chips(situation, stock -> Situations.more(stock, chip, 0, more));
        return new ScheduleSearch(changed, tried -> {})
                .best(List.of(plan.schedule()))
                .orElseThrow()
                .worth();
    }

    @Test
    void whatAChipIsWorthIsWhatItDoes() {
        forAll(64, 20, Situations::underLaw, situation -> {
            OptimalPlan plan = best(situation);
            for (Assignment each : plan.assignments()) {
                UseValues.of(situation, plan, each.chip(), each.period()).ifPresent(values -> {
                    double price = plan.duals().chips().get(each.chip()).get(each.period());
                    Optional<Double> does = each.activity() instanceof Activity.Experiment
                            ? Optional.of(values.experiments())
                            : each.activity() instanceof Activity.Serve ? values.serving() : values.training();
                    double digits = 1e-6
                            * plan.bound()
                            / situation.stocksByChip().get(each.chip()).count(each.period());
                    assertThat(does.orElseThrow()).isCloseTo(price, within(digits));
                });
            }
        });
    }

    @Test
    void labourAloneIsHeadsTimesSpeed() {
        forAll(65, 30, Situations::random, plain -> {
            Situation counted = Situations.returning(
                    plain, new ResearchReturns(1, 1, plain.returns().discount(), 1));
            Situation under = counted.under(new ResearchTerms(Situations.LABOUR, 1, 40, 0, Map.of()));
            OptimalPlan plan = best(counted);
            OptimalPlan research = best(under);
            assertThat(40 * research.worth()).isCloseTo(plan.worth(), within(1e-9 * plan.worth() + 1e-12));
            assertThat(used(research, Activity.Experiment.class)).isZero();
        });
    }

    @Test
    void fixedProportionsAreTwoPlanesAndNoSearch() {
        // So many experiments that 1/25 of them is 1/45 of those who serve.
        Situation situation = shares(Situations.FIXED, 140);
        OptimalPlan plan = best(situation);
        assertThat(plan.worth()).isCloseTo(2, within(1e-9));
        assertThat(used(plan, Activity.Experiment.class)).isCloseTo(50, within(1e-6));
        assertThat(plan.program().constraints().stream()
                        .filter(each -> each.name().startsWith("law.")))
                .hasSize(2);
    }

    @Test
    void noSplitOfTwoKindsOfChipsIsBetter() {
        ResearchReturns returns = new ResearchReturns(0.5, 1, 1, 1);
        ResearchTerms terms = new ResearchTerms(Situations.AI_FUTURES, 30, 3000, 0.2, Map.of("a", 1.0, "b", 0.3));
        Situation situation = new Situation(
                        1,
                        Situations.MONTH,
                        List.of(Situations.stock("a", 40, 1), Situations.stock("b", 60, 1)),
                        List.of("old"),
                        List.of(),
                        ExclusiveJobs.ALL,
                        List.of(
                                new ServingOption("old", "old", "a", 1, 8),
                                new ServingOption("old", "old", "b", 1.5, 7)),
                        ResourceLimits.NONE,
                        returns,
                        Optional.empty())
                .under(terms);
        double grid = 0;
        for (int i = 0; i <= 400; i++) {
            for (int j = 0; j <= 600; j++) {
                double a = i / 10.0;
                double b = j / 10.0;
                grid = Math.max(grid, terms.rate(a + 0.3 * b, (40 - a) * 64 + (60 - b) * 1.5 * 49));
            }
        }
        OptimalPlan plan = best(situation);
        assertThat(plan.bound()).isGreaterThanOrEqualTo(grid);
        assertThat(plan.worth()).isCloseTo(grid, withinPercentage(1e-3));
    }

    @Test
    void whatIsNotConcaveHasNoPlan() {
        assertThatThrownBy(() -> best(shares(new Production(0.5, 1.5, 1, 1, 1), 70)))
                .isInstanceOf(UnprovenProgram.class)
                .hasMessageContaining("not concave: rho is 1.5");
    }
}
