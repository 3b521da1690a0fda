package muster.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.allocation.problem.ServingOption;
import muster.allocation.problem.Situation;
import muster.allocation.search.AllocationSolution;
import muster.catalog.Catalog;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.scenario.ScenarioCatalog;
import muster.scenario.Scenarios;
import muster.uncertainty.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan reads, warns of and makes of its grid and its ways to serve. */
final class PlanRecordTest {
    private static final Catalog SHELF = ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(), new Problems());

    private static Optional<AllocationPlan> plan(Problems problems, String... settings) {
        List<String> all = new ArrayList<>(List.of("allocation.serve.formats=[bf16]"));
        all.addAll(List.of(settings));
        return Scenarios.plan(SHELF, new Text("one-kind-of-chip", Place.argument("one-kind-of-chip")), all, problems)
                .flatMap(plan -> plan.allocation());
    }

    private static AllocationPlan plan(String... settings) {
        Problems problems = new Problems();
        return plan(problems, settings)
                .orElseThrow(() -> new AssertionError(problems.sorted().toString()));
    }

    private static List<String> warnings(String... settings) {
        return plan(settings).chain().warnings().stream().map(Diagnostic::code).toList();
    }

    private static List<String> reads(String... settings) {
        return plan(settings).reads().stream().map(Input::name).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "allocation.published=[gpt-oss-120b] | unknown-training | the catalog does not say how much training gpt-oss-120b had",
                "allocation.serve.context={in: 1000 to 2000 token, out: 1000 token} | uncertain-length | allocation.serve.context.in is uncertain",
                "allocation.deliveries={more: {chip: nvidia-h201, count: 5, at: 60 day}} | unknown-id | ",
            })
    void whatIsNotKnownOfAModelOrAChipIsSaid(String setting, String code, String message) {
        Problems problems = new Problems();
        assertThat(plan(problems, setting)).isEmpty();
        assertThat(problems.sorted()).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.message()).startsWith(message == null ? "" : message);
        });
    }

    @Test
    void aGridGoesUpByEqualFactors() {
        Situation situation = plan(
                        "allocation.train.from=1e25 FLOP", "allocation.train.to=1e27 FLOP", "allocation.train.points=3")
                .situation();
        assertThat(situation.jobs()).hasSize(3);
        for (int point = 0; point < 3; point++) {
            assertThat(situation.jobs().get(point).workFlop())
                    .isCloseTo(1e25 * Math.pow(10, point), withinPercentage(1e-6));
        }
        assertThat(situation.stocks().get(0).counts()).hasSize(12).containsOnly(20_000.0);
        assertThat(situation.rivals().most()).isEqualTo(1);
    }

    @Test
    void aStreamIsWorthItsSpeedOverTheTokensOfAResearcher() {
        Situation situation = plan(
                        "allocation.published=[llama-3.1-8b]",
                        "allocation.train=!delete",
                        "workforce.elasticity=!delete",
                        "workforce.elasticity_below=!delete",
                        "workforce.reference=!delete")
                .situation();
        assertThat(situation.servings()).isNotEmpty().allSatisfy(serving -> {
            double speed = Double.parseDouble(serving.variant().replaceAll(".* at ([0-9.]+) token/s", "$1"));
            assertThat(speed).isGreaterThanOrEqualTo(20);
            // Ten streams at 100 tokens a second of a researcher who works 8 of 24 hours.
            assertThat(serving.speedup()).isCloseTo(speed * 10 / 100 * 3, withinPercentage(3));
        });
    }

    @Test
    void asFastAsIsRequiredServesAndSlowerDoesNot() {
        List<ServingOption> all =
                plan("allocation.published=[llama-3.1-8b]").situation().servings();
        List<ServingOption> fast = plan(
                        "allocation.published=[llama-3.1-8b]", "allocation.serve.serial_speed=100 token/s")
                .situation()
                .servings();
        assertThat(fast)
                .isNotEmpty()
                .allSatisfy(serving -> assertThat(serving.speedup())
                        .isGreaterThan(all.stream()
                                .filter(other -> other.model().equals(serving.model()))
                                .mapToDouble(ServingOption::speedup)
                                .min()
                                .orElseThrow()));
        assertThat(plan("allocation.serve.serial_speed=100000 token/s")
                        .situation()
                        .servings())
                .isEmpty();
    }

    @Test
    void chipsThatDoNotTrainAreNamed() {
        String fleet = "fleet=!replace {chips: {nvidia-h100-sxm: 20000, nvidia-t4: 100}}";
        assertThat(plan(fleet).chain().warnings())
                .filteredOn(warning -> warning.code().equals("idle-in-training"))
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).startsWith("not trained on: nvidia-t4, "));
        assertThat(plan(fleet).situation().jobs().get(0).rates()).containsOnlyKeys("nvidia-h100-sxm");
        assertThat(warnings()).doesNotContain("idle-in-training");
    }

    @Test
    void whatLiesBeyondALawOrAnElasticityIsWarnedOf() {
        assertThat(warnings()).contains("outside-law-domain").doesNotContain("beyond-elasticity-range");
        // 1e21 FLOP are 4.58 orders below the 3.8e25 of the exchange rate's model.
        assertThat(warnings("allocation.existing={llama-3.1-8b: 1e21 FLOP}")).contains("beyond-elasticity-range");
    }

    @Test
    void whatShapesAPlanIsRead() {
        assertThat(reads())
                .contains("allocation.growth", "allocation.train.utilization", "allocation.train.to")
                .doesNotContain("allocation.power", "allocation.budget", "allocation.discount");
        List<String> limited = reads("allocation.power=15 MW", "allocation.budget=1e8 USD", "allocation.discount=10%");
        assertThat(limited).contains("allocation.power", "allocation.budget", "allocation.discount");
        assertThat(limited).containsAll(reads()).hasSize(reads().size() + 3);
        assertThat(reads("allocation.train.shortest=45 day")).contains("allocation.train.shortest");
        assertThat(reads("allocation.diminishing=0.8")).contains("allocation.diminishing");
        assertThat(reads("workforce.supervision={supervisors: 30, directs: 7}"))
                .contains("workforce.supervision.supervisors", "workforce.supervision.directs");
        assertThat(reads("allocation.deliveries={more: {chip: nvidia-h20, count: 5, at: 60 day}}"))
                .contains("allocation.deliveries.more.count");
        assertThat(reads("allocation.train.students={small: {parameters: 10%, work: 0.2, quality: 50%}}"))
                .contains("allocation.train.students.small.quality", "allocation.train.students.small.work");
        // The error of the step-time model is drawn beside.
        assertThat(plan().drawn()).hasSizeGreaterThan(plan().reads().size());
    }

    @Test
    void whatNoChipCanDoIsRefusedInWords() {
        assertThat(plan("allocation.serve.formats=[fp8]", "fleet=!replace {chips: {nvidia-a100-sxm-80: 20000}}")
                        .refusals())
                .isNotEmpty()
                .allSatisfy(words -> assertThat(words).contains("nvidia-a100-sxm-80"));
        assertThat(plan().refusals()).isEmpty();
        assertThat(plan().cautions()).isEmpty();
        assertThat(plan("fleet=!replace {chips: {intel-gaudi3: 20000}}").cautions())
                .isNotEmpty()
                .allSatisfy(caution -> {
                    assertThat(caution.code()).isEqualTo("outside-calibration");
                    assertThat(caution.message()).contains("Gaudi");
                });
    }

    @Test
    void whyAModelIsNotServedIsSaid() {
        String small = "allocation.published=[llama-3.1-8b]";
        assertThat(plan(small, "allocation.train=!delete", "allocation.serve.serial_speed=100000 token/s")
                        .refusals())
                .singleElement()
                .asString()
                .startsWith("nvidia-h100-sxm serves llama-3.1-8b in bf16 at ")
                .endsWith(" token/s at most, not at 100000");
        assertThat(plan(
                                "allocation.published=[llama-3.1-405b]",
                                "allocation.train=!delete",
                                "allocation.serve.max_replica_chips=1")
                        .refusals())
                .containsExactly("llama-3.1-405b does not fit on 1 chips of nvidia-h100-sxm in bf16");
        assertThat(plan("allocation.existing={gpt-3-175b: 3e23 FLOP}", "allocation.train=!delete")
                        .refusals())
                .singleElement()
                .asString()
                .startsWith("nvidia-h100-sxm in bf16: the model has learned positions for 2048 tokens");
    }

    @Test
    void everyWayToServeHasANameOfItsOwn() {
        assertThat(plan("allocation.published=[llama-3.1-8b]").situation().servings())
                .extracting(ServingOption::variant)
                .doesNotHaveDuplicates()
                .anySatisfy(name -> assertThat(name).startsWith("llama-3.1-8b in bf16 at "));
    }

    @Test
    void limitsOfWhatIsServedAreSaid() {
        String[] settings = {
            "allocation.published=[llama-3.1-70b]",
            "allocation.train=!delete",
            "workforce.elasticity=!delete",
            "workforce.elasticity_below=!delete",
            "workforce.reference=!delete",
            "allocation.serve.max_replica_chips=2"
        };
        assertThat(limits(settings))
                .isNotEmpty()
                .allSatisfy(words -> assertThat(words)
                        .startsWith("max_replica_chips of 2 binds: with 4 nvidia-h100-sxm with llama-3.1-70b in bf16"));
        settings[5] = "allocation.serve.max_replica_chips=64";
        assertThat(limits(settings)).noneMatch(words -> words.startsWith("max_replica_chips"));
    }

    @Test
    void layoutsOfWhatIsServedThatNoRowRanAreSaid() {
        String[] settings = {
            "allocation.published=[llama-3.1-70b]",
            "allocation.train=!delete",
            "workforce.elasticity=!delete",
            "workforce.elasticity_below=!delete",
            "workforce.reference=!delete",
            "allocation.serve.layouts=any"
        };
        assertThat(warned("unmeasured-layout", settings))
                .isNotEmpty()
                .allSatisfy(words -> assertThat(words)
                        .startsWith("nvidia-h100-sxm with llama-3.1-70b in ")
                        .contains(": no measured row ran ")
                        .endsWith("Maybe allocation.serve.layouts: as-benchmarked?"));
        settings[5] = "allocation.serve.layouts=as-benchmarked";
        assertThat(warned("unmeasured-layout", settings)).isEmpty();
    }

    private static List<String> limits(String... settings) {
        return warned("limit-binds", settings);
    }

    private static List<String> warned(String code, String... settings) {
        AllocationPlan plan = plan(settings);
        return plan.warnings(AllocationSolution.best(plan.situation()).orElseThrow()).stream()
                .filter(warning -> warning.code().equals(code))
                .map(Diagnostic::message)
                .toList();
    }
}
