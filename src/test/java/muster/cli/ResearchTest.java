package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import muster.cli.Cli.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The section {@code research:}, the uses of a fleet, and the laws side by side. */
final class ResearchTest {
    private static final String RATE = "research.rate";
    private static final double SIX_DIGITS = 5e-6;

    @Test
    void labourAloneIsTheCountOfResearcherMonthsToTheLastDigit() {
        Run run = estimate("essay-2023", "research.law=labour");

        assertThat(run.value(RATE)).isEqualTo(run.value("workforce.researcher_months_per_month"));
        assertThat(run.value("research.elasticity.heads")).isEqualTo(1);
    }

    // 2,117.1 people at the pace of a human, and agents that are 30 times as many and 30 times as fast.
    @ParameterizedTest
    @CsvSource({"aifutures-2025-12, 3.81249", "forethought-2025, 15.1949", "davidson-2023, 27.0817", "economy, 4.82363"
    })
    void aChainFromAFleetGivesWhatTheLawSays(String law, double rate) {
        Run run = estimate(
                "essay-2023",
                "research.law=" + law,
                "research.baseline={id: aifutures-2025-08, people: 1453.95555555555556}",
                "research.baseline.speed=0.5 researcher-month/researcher/month");

        assertThat(run.value("research.heads") / 1453.9555555555556).isCloseTo(30, within(0.01));
        assertThat(run.value("research.speed_ratio")).isEqualTo(30);
        assertThat(run.value(RATE) / rate - 1).isCloseTo(0, within(2e-4));
    }

    @Test
    void peopleBesideAgentsCountAsHeadsByTheirSpeed() {
        Run run = estimate("essay-2023", "research.law=forethought-2025", "research.people=2117.1");
        double agents = run.value("workforce.parallel_researchers") * Math.pow(15, 1 / 0.6);
        double heads = (agents + 2117.1) / 2117.1;

        assertThat(run.value("research.heads")).isCloseTo(agents + 2117.1, within(1e-3));
        assertThat(run.value(RATE)).isCloseTo(Math.pow(heads, 0.3), within(1e-9));
        assertThat(run.value("research.speedup")).isCloseTo(run.value(RATE), within(1e-12));
    }

    @Test
    void fewerPeopleThanTheLaboratoryHasAreWhatAgentsSpeedUp() {
        Run run = estimate("essay-2023", "research.people=500");
        double alone = estimate("essay-2023", "research.people=500", "workforce.safety_tax=99.9999999%")
                .value(RATE);

        assertThat(run.value("research.speedup")).isCloseTo(run.value(RATE) / alone, within(1e-4));
        assertThat(run.value("research.speedup")).isGreaterThan(run.value(RATE));
    }

    @Test
    void aStepInTheRateFades() {
        double atOnce = estimate("essay-2023", "research.over=1 s").value("research.speedup_over_time");
        double year = estimate("essay-2023", "research.over=365 day").value("research.speedup_over_time");
        double century = estimate("essay-2023", "research.over=36500 day").value("research.speedup_over_time");
        double rate = estimate("essay-2023", "research.over=1 s").value("research.speedup");
        double g = Math.log(10) / 2.4;

        assertThat(atOnce).isCloseTo(rate, within(1e-6));
        assertThat(year).isCloseTo(Math.log1p(rate * Math.expm1(g)) / g, within(1e-9));
        assertThat(century).isBetween(1.0, 1.02);
    }

    @Test
    void theBaselineAndWhatLawsWereFittedOnAreSaid() {
        Run run = Cli.muster("estimate", "essay-2023", "--set", "research.law=davidson-2023");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("research: Davidson 2023; over the leading laboratory of AI Futures")
                .contains("fitted on research into capabilities and none on alignment")
                .contains("nothing says what the fleet has for experiments")
                .contains("labour binds research");
    }

    @Test
    void usesDivideAFleet() {
        String uses = "fleet.uses={final_training: 10%, experiments: 50%, internal_agents: 30%, external_serving: 10%}";
        Run whole = estimate("essay-2023", "research.experiments=1000000 H100e");
        Run run = estimate("essay-2023", uses, "research.law=forethought-2025");

        assertThat(run.value("training.compute") / whole.value("training.compute"))
                .isCloseTo(0.1, within(1e-12));
        // The model is smaller by the root of ten, so that the same arithmetic serves as many times the tokens.
        assertThat(run.value("inference.throughput") / whole.value("inference.throughput"))
                .isCloseTo(0.3 * Math.sqrt(10), within(1e-9));
        assertThat(run.value("research.experiments") / (0.25 * 0.5 * run.value("fleet.h100e")))
                .isCloseTo(1, within(1e-12));
        assertThat(run.value("inference.external_throughput") / run.value("inference.throughput"))
                .isCloseTo(1 / 3.0, within(1e-12));
        assertThat(run.value("research.compute_ratio"))
                .isCloseTo(run.value("research.experiments") / 272983, within(1e-9));
    }

    @Test
    void lawsStandSideBySideOverOneLaboratory() {
        Run run = Cli.muster("estimate", "essay-2023", "--laws", "--format", "json");
        JsonNode laws = run.result().path("research_laws");

        assertThat(run.result().path("laboratory").asString()).contains("2,117 people");
        assertThat(laws).hasSizeGreaterThanOrEqualTo(8);
        for (JsonNode law : laws) {
            String id = law.path("research_law").asString();
            double rate = law.path("quantities").path(RATE).path("value").asDouble();
            double own = estimate("essay-2023", "research.law=" + id, "research.baseline=aifutures-2025-08")
                    .value(RATE);
            assertThat(rate / own - 1).as(id).isCloseTo(0, within(SIX_DIGITS));
        }
    }

    @Test
    void thePageOfLawsHasTheirPictureAndTheChainItsStage() {
        String laws = Cli.muster("estimate", "essay-2023", "--laws", "--format", "html", "--samples", "256")
                .out();
        String chain =
                Cli.muster("estimate", "laboratory-2026", "--format", "html").out();

        assertThat(laws).contains("<svg", "forethought-2025: ", "rate over the laboratory");
        assertThat(chain).contains("<h3>research</h3>", "Research rate, of the baseline");
    }

    @Test
    void aChangedLawHasARowOfItsOwn() {
        Run run = Cli.muster(
                "estimate", "essay-2023", "--laws", "--set", "research.law={id: economy, substitution: -0.7}");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("(the scenario's own)").doesNotContain("economy (the scenario's)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fleet.uses={experiments: 60%, internal_agents: 50%} | shares-not-whole | and these to 110%",
                "fleet.uses={experiments: 60%, internal_agents: 30%} | shares-not-whole | and these to 90%",
                "fleet.uses={experiments: 60%, final_training: 40%} | no-share | no chips for internal_agents",
                "fleet.uses={experiments: 60%, internal_agents: 40%} | no-share | no chips for final_training",
                "fleet.uses={final_training: 60%, internal_agents: 40%} | no-share | no chips for experiments",
                "research.baseline={id: aifutures-2025-08, people: 0} | out-of-range | research.baseline.people",
                "research.baseline=aifutures-2025-8 | unknown-id | Maybe aifutures-2025-08",
                "research.law=aifutures | unknown-id | Maybe aifutures-2025",
                "research.law={id: aifutures-2025-12, unlimited_labour: 1} | research-anchor | must be above 1 in every draw",
                "research.law={id: aifutures-2025-12, unlimited_labour: 2 to 30} | research-anchor | in every draw",
                "research.laws=labour | unknown-key | Maybe law?",
                "workforce.diminishing_returns={exponent: 0.7} | counted-twice | both count less for each head",
                "research.people=-1 | out-of-range | research.people"
            })
    void whatIsWrongIsSaid(String setting, String code, String words) {
        Run run = Cli.muster("estimate", "essay-2023", "--set", "research.over=300 day", "--set", setting);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("[" + code + "]", words);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void oddsAreThePartOfTheSamplesInWhichItHappens() {
        String[] command = {
            "estimate",
            "essay-2023",
            "--set",
            "research.feedback=davidson-houlden-2025",
            "--samples",
            "20000",
            "--format",
            "json"
        };
        JsonNode quantities = Cli.muster(command).result().path("quantities");
        JsonNode odds = quantities.path("research.feedback.odds.accelerates");

        // Returns are log-uniform from 0.4 to 3.6, so that they are above 1 in ln 3.6 / ln 9 of all draws.
        assertThat(odds.path("p50").asDouble()).isCloseTo(Math.log(3.6) / Math.log(9), within(0.014));
        assertThat(odds.path("standard_errors").path("p50").asDouble())
                .isCloseTo(Math.sqrt(0.583 * 0.417 / 20000), within(1e-4));
        assertThat(quantities.path("research.feedback.best_year").path("value").asDouble())
                .isEqualTo(34 / 8.0);
    }

    @Test
    void withoutASpeedupOfItsOwnAFeedbackHasThatOfTheScenario() {
        Run run = estimate(
                "essay-2023",
                "research.law=whitfill-frontier",
                "research.feedback={id: davidson-houlden-2025, speedup: !delete }");

        // The first doubling takes a quarter of a year as before, and the shortest 0.7769 of that (0.291322 / 0.375 of
        // the path of
        // the medians): five of those take 11.65 months, six take 13.98.
        assertThat(run.value("research.speedup")).isEqualTo(1);
        assertThat(run.value("research.feedback.best_year.doublings")).isEqualTo(5);
    }

    @Test
    void twoSharesOfOneFleetAreSaid() {
        Run run = Cli.muster(
                "estimate",
                "essay-2023",
                "--set",
                "inference.share=20%",
                "--set",
                "fleet.uses={experiments: 50%, internal_agents: 50%}");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("[two-shares]", "internal_agents");
    }

    @Test
    void aPlanThatIsNotProvenForWantOfPeopleSaysSo() {
        Run run = Cli.muster(
                "allocate",
                "mixed-fleet",
                "--set",
                "research.law=aifutures-2025-12",
                "--set",
                "allocation.diminishing=!delete");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("no proven plan: ", "Maybe research.people, as 2117?");
    }

    @Test
    void laboratoriesWithoutWorkAreNoResearch() {
        Run run = Cli.muster("estimate", "chinchilla-budget", "--set", "research.law=labour");

        assertThat(run.err()).contains("[missing-section]", "research is made of the work of a workforce");
        assertThat(Cli.muster("estimate", "chinchilla-budget", "--laws").err())
                .contains("[missing-section]", "makes no researchers of tokens");
    }

    private static Run estimate(String scenario, String... settings) {
        String[] command = new String[4 + 2 * settings.length];
        command[0] = "estimate";
        command[1] = scenario;
        command[2] = "--format";
        command[3] = "json";
        for (int i = 0; i < settings.length; i++) {
            command[4 + 2 * i] = "--set";
            command[5 + 2 * i] = settings[i];
        }
        return Cli.muster(command);
    }
}
