package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AllocateCommandTest {

    @Test
    void aPowerOfResearchersThatNoProgramHoldsIsRefused() {
        Cli.Run run = Cli.muster("allocate", "one-kind-of-chip", "--set", "allocation.diminishing=1e-300");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains("[out-of-range] allocation.diminishing is 1e-300, and a plan takes 0.01 or more");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void theChipWithTheMostBandwidthPerArithmeticServesAndTheOthersTrain(@TempDir Path folder) throws IOException {
        Path lp = folder.resolve("plan.lp");
        Path svg = folder.resolve("plan.svg");
        JsonNode plan = Cli.good(
                        "allocate",
                        "mixed-fleet",
                        "--format",
                        "json",
                        "--export",
                        lp.toString(),
                        "--chart",
                        svg.toString())
                .result();
        JsonNode chips = plan.path("chips");
        double h20 = chips.path("nvidia-h20").path("bandwidth_byte_per_flop").asDouble();
        // 4 TB/s over 148 TFLOP/s
        assertThat(h20).isCloseTo(4.0e12 / 148e12, within(1e-3));
        int complete = plan.path("complete_after_period").iterator().next().asInt();
        for (String chip : List.of("nvidia-h100-sxm", "google-tpu-v5e")) {
            assertThat(chips.path(chip).path("bandwidth_byte_per_flop").asDouble())
                    .isLessThan(h20);
            // They train until the model is complete, but for the few of one kind that it does not take.
            assertThat(chips.path(chip).path("trained_part").asDouble())
                    .isBetween(0.8 * complete / 24.0, complete / 24.0 + 1e-6);
        }
        // Of its time, a third while the model is trained helps to finish a period earlier.
        assertThat(chips.path("nvidia-h20").path("served_part").asDouble()).isGreaterThan(1 - 0.4 * complete / 24.0);
        JsonNode blind = plan.path("rules").path(3);
        assertThat(blind.path("rule").asString()).isEqualTo("homogenised-fleet");
        assertThat(blind.path("plan_better_by").asDouble()).isGreaterThan(0.02);
        assertThat(plan.path("certificate").path("gap").asDouble()).isLessThan(1e-9);
        exported(Files.readString(lp), complete);
        assertThat(Files.readString(svg)).startsWith("<svg").contains("nvidia-h20 serves llama-3.1-405b");
    }

    // Until the model is complete and after it: nothing else differs between periods, so two steps are all.
    private static void exported(String text, int complete) {
        assertThat(text)
                .startsWith("\\ mixed-fleet, catalog ")
                .contains("Maximize")
                .endsWith("End\n")
                .contains(" chips.nvidia_h20.1_" + complete + ":")
                .contains(" chips.nvidia_h20." + (complete + 1) + "_24:");
    }

    /** Six months of work, then six months of service: what a chip serves times what a stream's speed is worth. */
    @Test
    void oneKindOfChipIsTheClosedForm() {
        JsonNode plan =
                Cli.good("allocate", "one-kind-of-chip", "--format", "json").result();
        assertThat(plan.path("complete_after_period").iterator().next().asInt()).isEqualTo(6);
        JsonNode last = plan.path("plan").path(11);
        double each = last.path("researcher_months").asDouble();
        assertThat(plan.path("worth").path("value").asDouble()).isCloseTo(6 * each, within(1e-6 * each));
        // Tokens per researcher-second at quality: x_ref f_ref / f (C / C_ref)^-e; N by the law of Besiroglu et al.
        String variant = last.path("assignments").path(0).path("variant").asString();
        double speed = Double.parseDouble(variant.replaceAll(".* at ([0-9.]+) token/s", "$1"));
        double alpha = 0.3478;
        double beta = 0.3658;
        double g = Math.pow(alpha * 482.01 / (beta * 2085.43), 1 / (alpha + beta));
        double parameters = g * Math.pow(1.230971904e26 / 6, beta / (alpha + beta));
        double tokens = 100 * 8.1e11 / (2 * parameters) / Math.pow(1.230971904e26 / 3.8e25, 0.5);
        double speedup = speed * 10 / tokens * (24.0 / 8);
        assertThat(each / last.path("researchers").asDouble()).isCloseTo(speedup, within(0.03 * speedup));
    }

    @Test
    void whatCannotBeHasNoPlanAndSaysWhatCuresIt() {
        Cli.Run run = Cli.muster("allocate", "mixed-fleet-hurried");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("there is no plan")
                .contains("training job trained-3.16e26 needs 3.162e26 FLOP by the end of period 6")
                .contains("feasible with a later date: it can be complete after period 9")
                .doesNotContain("The plan, in periods");
        JsonNode json = Cli.muster("allocate", "mixed-fleet-hurried", "--format", "json")
                .result();
        assertThat(json.path("status").asString()).isEqualTo("infeasible");
        assertThat(json.has("plan")).isFalse();
        JsonNode shortfall = json.path("shortfalls").path(0);
        // Six months of 20,000 H100, 60,000 H20 and 40,000 TPU v5e at 40% of their dense bf16 rates.
        double most = 6 * 2_592_000 * 0.4 * (20_000 * 989.4e12 + 60_000 * 148e12 + 40_000 * 197e12);
        assertThat(shortfall.path("most_flop").asDouble()).isCloseTo(most, within(1e-6 * most));
        assertThat(shortfall.path("relaxations").path("more_of_every_chip").asDouble())
                .isCloseTo(1e25 * Math.pow(10, 1.5) / most - 1, within(1e-6));
    }

    /** With fixed tokens per researcher-second bigger models only cost more: the smallest that is allowed is best. */
    @Test
    void aRequirementThatBindsIsSaidToBind() {
        String[] grid = {
            "allocate", "one-kind-of-chip", "--set", "workforce.elasticity=-0.5",
            "--set", "allocation.train.from=6e25 FLOP", "--set", "allocation.train.points=2"
        };
        assertThat(Cli.good(grid).out())
                .contains("trained-6.00e25 after period 3")
                .contains("the size that is best, trained-6.00e25, lies at the edge of the grid");
        List<String> required = new ArrayList<>(List.of(grid));
        required.addAll(List.of("--set", "allocation.capability={at_least: 1e26 FLOP, by: 12 month}"));
        assertThat(Cli.good(required.toArray(String[]::new)).out())
                .contains("trained-1.23e26 after period 6")
                .contains("the requirement of a model of 1e26 FLOP by 12 month binds: without it");
    }

    @Test
    void thatBetterModelsAreWorthNothingIsSaidInEveryFormat() {
        String[] plan = {
            "allocate",
            "one-kind-of-chip",
            "--set",
            "workforce.elasticity=!delete",
            "--set",
            "workforce.elasticity_below=!delete",
            "--set",
            "workforce.reference=!delete"
        };
        String words = "better models are worth nothing by these inputs";
        assertThat(Cli.good(plan).out()).contains("  quality: " + words);
        assertThat(Cli.good(with(plan, "markdown")).out()).contains("- quality: " + words);
        assertThat(Cli.good(with(plan, "json"))
                        .result()
                        .path("basis")
                        .path("quality")
                        .asString())
                .startsWith(words);
        List<String> page = new ArrayList<>(List.of(with(plan, "html")));
        page.set(0, "estimate");
        assertThat(Cli.good(page.toArray(String[]::new)).out()).contains(words);
        assertThat(Cli.good("allocate", "one-kind-of-chip").out())
                .contains(
                        "quality: FLOP per researcher-second fall by 0.5 orders of magnitude for each of training above 3.8e25 FLOP and rise by 1 for each below");
    }

    private static String[] with(String[] arguments, String format) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--format", format));
        return all.toArray(String[]::new);
    }

    /** A model from the start that lies further from the reference than training was seen to be traded is warned of by its name. */
    @Test
    void aModelBeyondTheRangeIsNamed() {
        assertThat(Cli.good("allocate", "one-kind-of-chip", "--set", "allocation.existing={llama-3.1-8b: 1e22 FLOP}")
                        .out())
                .contains(
                        "warning [beyond-elasticity-range] the training compute of llama-3.1-8b, 1.00e22 FLOP, is 3.58 orders of magnitude below");
    }

    @Test
    void powerIsKeptAndPriced() {
        JsonNode plan =
                Cli.good("allocate", "mixed-fleet-power", "--format", "json").result();
        assertThat(plan.path("dual_values").path("megawatt").path("all_periods").asDouble())
                .isPositive();
        assertThat(plan.path("plan").path(0).path("scarce").toString()).contains("power");
    }

    @Test
    void whatWasCutOffIsExplained() {
        assertThat(Cli.good("allocate", "one-kind-of-chip", "--explain").out())
                .contains("cut off: its bound is no better than the best plan")
                .contains("cut off: all chips together could not do the work in time")
                .contains("what cannot be served")
                .contains("allocation.rate.nvidia-h100-sxm = 3.95760e14 FLOP/s/chip");
    }

    @Test
    void samplesAreTheSameOnAnyNumberOfThreads() {
        String[] one = {
            "allocate",
            "one-kind-of-chip",
            "--set",
            "allocation.train.utilization={dist: uniform, low: 35%, high: 45%}",
            "--set",
            "allocation.train.from=6e25 FLOP",
            "--set",
            "allocation.train.points=2",
            "--format",
            "json",
            "--samples",
            "12",
            "--threads",
            "1"
        };
        String[] two = one.clone();
        two[two.length - 1] = "2";
        Cli.Run run = Cli.good(one);
        assertThat(Cli.good(two).out()).isEqualTo(run.out());
        JsonNode spread = run.result().path("percentiles");
        assertThat(spread.path("allocation.regret").path("p5").asDouble()).isNotNegative();
        assertThat(spread.path("allocation.worth").path("p95").asDouble())
                .isGreaterThan(spread.path("allocation.worth").path("p5").asDouble());
    }

    /** As many chips again for the second half of a year whose first half trains: twice the research. */
    @Test
    void chipsThatComeAreServedWith() {
        String plan = Cli.good(
                        "allocate",
                        "one-kind-of-chip",
                        "--format",
                        "csv",
                        "--set",
                        "allocation.deliveries={more: {chip: nvidia-h100-sxm, count: 20000, at: 6 month},"
                                + " rest: {chip: nvidia-h100-sxm, count: -10000, at: 290 day}}")
                .out();
        assertThat(plan)
                .contains("one-kind-of-chip,6,nvidia-h100-sxm,train,")
                .containsPattern("one-kind-of-chip,7,nvidia-h100-sxm,serve,.*,40000,")
                .containsPattern("one-kind-of-chip,10,nvidia-h100-sxm,serve,.*,40000,")
                .containsPattern("one-kind-of-chip,11,nvidia-h100-sxm,serve,.*,30000,");
    }

    /** 20,000 chips at 1.30 USD/h for a year are 2.2e8 USD; half of it keeps half of them at work. */
    @Test
    void aBudgetIsKeptAndADollarHasAPrice() {
        JsonNode plan = Cli.good(
                        "allocate", "one-kind-of-chip", "--format", "json", "--set", "allocation.budget=1.684800e8 USD")
                .result();
        // Three quarters of 20,000 * 8,640 h * 1.3 USD/h: six months train, and half of the rest serves.
        double each = plan.path("worth").path("value").asDouble() / 3;
        assertThat(plan.path("dual_values").path("usd").asDouble())
                .isCloseTo(each / (20_000 * 720 * 1.3), within(1e-6 * each / (20_000 * 720 * 1.3)));
        assertThat(Cli.good("allocate", "one-kind-of-chip", "--set", "allocation.budget=1.684800e8 USD")
                        .out())
                .contains("USD 1,000");
    }

    @Test
    void supervisorsCapHeadsAndHaveAPrice() {
        Cli.Run run = Cli.good(
                "allocate",
                "one-kind-of-chip",
                "--set",
                "workforce.supervision={supervisors: 50, directs: 10}",
                "--format",
                "json");
        JsonNode last = run.result().path("plan").path(11);
        assertThat(last.path("researchers").asDouble()).isCloseTo(500, within(1e-6));
        assertThat(last.path("scarce").toString()).contains("supervision");
        assertThat(run.result()
                        .path("dual_values")
                        .path("supervisor")
                        .path("by_period")
                        .path(11)
                        .asDouble())
                .isPositive();
    }

    /** Where supervisors are few, many points of a frontier are of use, some of them within a tenth of a token of each other. */
    @Test
    void pointsOfAFrontierThatLieNearHaveNamesOfTheirOwn() {
        String[] words = {
            "allocate",
            "one-kind-of-chip",
            "--explain",
            "--set",
            "fleet={chips: {nvidia-h200-sxm: 4000}}",
            "--set",
            "allocation.existing={llama-3.1-70b: 6.4e24 FLOP}",
            "--set",
            "allocation.train=!delete",
            "--set",
            "workforce.supervision={supervisors: 10, directs: 10}"
        };
        List<String> ways = Cli.good(words)
                .out()
                .lines()
                .filter(line -> line.contains(" on nvidia-h200-sxm: "))
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
        assertThat(ways)
                .hasSizeGreaterThan(5)
                .doesNotHaveDuplicates()
                .anyMatch(way -> way.matches(".* at \\d{3}\\.\\d .*"));
    }

    /** A student of three tenths of the size for a tenth of the work, as good as nine tenths of the compute. */
    @Test
    void aStudentIsTaughtAfterItsTeacher() {
        JsonNode plan = Cli.good(
                        "allocate",
                        "one-kind-of-chip",
                        "--format",
                        "json",
                        "--set",
                        "allocation.train.students={small: {parameters: 30%, work: 10%, quality: 90%}}")
                .result();
        JsonNode complete = plan.path("complete_after_period");
        assertThat(complete.path("trained-1.23e26").asInt()).isEqualTo(6);
        assertThat(complete.path("trained-1.23e26-small").asInt()).isEqualTo(7);
        assertThat(plan.path("plan").path(11).path("assignments").toString()).contains("trained-1.23e26-small in fp8");
    }

    /** Two points of a grid, each of half a month's work of all chips or twice that. */
    @Test
    void moreThanOnePointOfAGridCanBeTrained() {
        String[] two = {
            "allocate",
            "one-kind-of-chip",
            "--set",
            "allocation.train.from=1.0258e25 FLOP",
            "--set",
            "allocation.train.to=4.1032e25 FLOP",
            "--set",
            "allocation.train.points=2",
            "--set",
            "allocation.train.at_most=2"
        };
        assertThat(Cli.good(two).out()).contains("\ntrained-1.03e25, trained-4.10e25 ");
    }

    /** As many TPU v5e as Epoch AI counts of Google's at the end of 2023, and of the end of March 2024 in the fourth month. */
    @Test
    void aFleetOfTheCatalogIsAsItWas() throws IOException {
        List<String> plan = Cli.good(
                        "allocate",
                        "google-2024-2025",
                        "--format",
                        "csv",
                        "--set",
                        "allocation.start=2023-12-31",
                        "--set",
                        "allocation.period=91 day",
                        "--set",
                        "allocation.horizon=182 day",
                        "--set",
                        "allocation.train=!delete")
                .out()
                .lines()
                .filter(line -> line.contains(",google-tpu-v5e,"))
                .toList();
        List<Double> chips = plan.stream()
                .map(line -> Double.valueOf(line.split(",", -1)[6]))
                .toList();
        assertThat(chips.get(0)).isCloseTo(813_057, within(1.0));
        assertThat(chips.get(1)).isCloseTo(1_234_572, within(1.0));
    }

    @Test
    void csvHasEveryAssignment() {
        List<String> lines = Cli.good("allocate", "one-kind-of-chip", "--format", "csv")
                .out()
                .lines()
                .toList();
        assertThat(lines.get(0)).isEqualTo("scenario,period,chip,activity,model,variant,chips,catalog");
        assertThat(lines)
                .hasSize(1 + 12)
                .anyMatch(line -> line.startsWith("one-kind-of-chip,1,nvidia-h100-sxm,train,"));
    }

    @Test
    void whatIsWrongIsSaidAtItsPlace() {
        assertThat(Cli.failed(2, "allocate", "essay-2023").err()).contains("has no section allocation:");
        assertThat(Cli.failed(2, "allocate", "mixed-fleet", "--set", "allocation.horizon=100 day")
                        .err())
                .contains("the horizon 100 day is 3.333 periods of 30 day");
        assertThat(Cli.failed(2, "allocate", "mixed-fleet", "--set", "allocation.train.shape=llama-3.1-404b")
                        .err())
                .contains("Maybe llama-3.1-405b");
        assertThat(Cli.failed(3, "allocate", "mixed-fleet", "--set", "allocation.start=2024-01-01")
                        .err())
                .contains("only a fleet of the catalog has a past");
        assertThat(Cli.failed(
                                2,
                                "allocate",
                                "one-kind-of-chip",
                                "--set",
                                "allocation.deliveries={gone: {chip: nvidia-h100-sxm, count: -20001, at: 6 month}}")
                        .err())
                .contains("1 more nvidia-h100-sxm would leave than there are");
        assertThat(Cli.failed(2, "allocate", "mixed-flet").err()).contains("Maybe mixed-fleet");
    }

    @Test
    void anEstimateSaysWhoFindsThePlanAndThePlanDoesNot() {
        assertThat(Cli.good("estimate", "one-kind-of-chip").out()).contains("allocation: muster allocate finds");
        assertThat(Cli.good("allocate", "one-kind-of-chip").out()).doesNotContain("muster allocate finds");
        assertThat(Cli.good("estimate", "essay-2023").out()).doesNotContain("muster allocate");
    }
}
