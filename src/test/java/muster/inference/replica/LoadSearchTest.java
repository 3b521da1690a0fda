package muster.inference.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.hardware.Chip;
import muster.inference.ModelsOnChips;
import muster.inference.calibration.Calibration;
import muster.inference.queue.OpenLoop;
import muster.inference.queue.Served;
import muster.inference.step.Deployment;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import muster.model.Architecture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fewest replicas for a load beside those that are found by trying one more at a time. */
final class LoadSearchTest {
    private static final ModelOnChip SETUP = ModelsOnChips.of("llama-3.1-70b", "nvidia-h100-sxm", "fp8");
    private static final ReplicaRequest REQUEST = new ReplicaRequest(new RequestTokens(2048, 256), 8, Speculation.NONE);
    private static final Catalog SHELF =
            new Catalog(List.of(Architecture.KIND, Chip.KIND, Calibration.KIND), List.of(BuiltIn.load()));

    private static LoadTarget target(double rate, double cached, double first, double token) {
        return new LoadTarget(rate, cached, some(first), some(token));
    }

    private static OptionalDouble some(double limit) {
        return limit > 0 ? OptionalDouble.of(limit) : OptionalDouble.empty();
    }

    private static boolean serves(OpenLoop loop, double rate, LoadTarget target) {
        Optional<Served> served = loop.at(rate);
        return rate <= 0.9 * loop.saturation() * (1 + 1e-12)
                && served.isPresent()
                && served.get().timeToFirstTokenSeconds()
                        <= target.firstTokenSeconds().orElse(Double.POSITIVE_INFINITY)
                && served.get().tokenSeconds() <= target.tokenSeconds().orElse(Double.POSITIVE_INFINITY);
    }

    private static OpenLoop loop(Deployment layout, LoadTarget target) {
        return new OpenLoop(
                ReplicaQueue.of(SETUP, layout, REQUEST, target.cachedTokens()).orElseThrow());
    }

    /** Chips of the fewest replicas of each layout, one after the other; of those that take more than 60 nothing. */
    private static List<Integer> byTrying(LoadTarget target) {
        List<Integer> chips = new ArrayList<>();
        new Layouts(SETUP, 8).decode(ReplicaRequest.STAGES, false, layout -> {
            if (ReplicaQueue.of(SETUP, layout, REQUEST, target.cachedTokens()).isEmpty()) {
                return;
            }
            OpenLoop loop = loop(layout, target);
            for (int replicas = 1; replicas <= 60; replicas++) {
                if (serves(loop, target.rate() / replicas, target)) {
                    chips.add(replicas * layout.chips());
                    return;
                }
            }
        });
        chips.sort(Comparator.naturalOrder());
        return chips;
    }

    @ParameterizedTest
    @CsvSource({
        "9, 0, 0, 0",
        "9, 0, 0.2, 0",
        "9, 1500, 0.3, 0.02",
        "0.01, 0, 0, 0",
        "9, 0, 0.25, 0.015",
        "23, 2000, 0.12, 0.04"
    })
    void noFewerReplicasServeTheLoad(double rate, double cached, double first, double token) {
        LoadTarget target = target(rate, cached, first, token);
        List<LoadAnswer> answers = new LoadSearch(SETUP, REQUEST, target).answers(3);
        List<Integer> tried = byTrying(target);

        assertThat(answers.stream().map(LoadAnswer::chips)).isEqualTo(tried.subList(0, Math.min(3, tried.size())));
        for (LoadAnswer answer : answers) {
            OpenLoop loop = loop(answer.deployment(), target);
            double each = rate / answer.replicas();
            assertThat(answer.served()).isEqualTo(loop.at(each).orElseThrow());
            assertThat(serves(loop, each, target)).isTrue();
            if (answer.replicas() == 1) {
                assertThat(answer.binds()).isEqualTo(LoadAnswer.Binds.NOTHING);
            } else {
                double more = rate / (answer.replicas() - 1);
                assertThat(serves(loop, more, target)).isFalse();
                assertThat(answer.binds()).isEqualTo(why(loop, more, target));
            }
        }
    }

    // What is met first on the way to a higher rate.
    private static LoadAnswer.Binds why(OpenLoop loop, double rate, LoadTarget target) {
        double most = Math.min(rate, 0.9 * loop.saturation());
        LoadTarget free = new LoadTarget(
                target.rate(), target.cachedTokens(), target.firstTokenSeconds(), OptionalDouble.empty());
        if (serves(loop, most, target)) {
            return LoadAnswer.Binds.SATURATION;
        }
        return serves(loop, most, free) ? LoadAnswer.Binds.TPOT : firstBroken(loop, most, target);
    }

    private static LoadAnswer.Binds firstBroken(OpenLoop loop, double most, LoadTarget target) {
        for (int part = 1; part <= 400; part++) {
            Served served = loop.at(most * part / 400).orElseThrow();
            if (served.tokenSeconds() > target.tokenSeconds().orElse(Double.POSITIVE_INFINITY)) {
                return LoadAnswer.Binds.TPOT;
            }
            if (served.timeToFirstTokenSeconds() > target.firstTokenSeconds().orElse(Double.POSITIVE_INFINITY)) {
                return LoadAnswer.Binds.TTFT;
            }
        }
        return LoadAnswer.Binds.SATURATION;
    }

    private static String reason(LoadTarget target) {
        LoadSearch search = new LoadSearch(SETUP, REQUEST, target);
        assertThat(search.answers(2)).isEmpty();
        return search.reason();
    }

    /** The least that is said to be had is had at that limit, and not at a thousandth less. */
    @Test
    void theLimitThatNoReplicaMeetsIsToldWithTheLeastThatIsHad() {
        String token = reason(target(1e-3, 0, 0, 1e-4));
        assertThat(token).matches("tpot binds: no replica has less than [0-9.]+ ms");
        double least = Double.parseDouble(token.replaceAll("[^0-9]*([0-9.]+) ms", "$1")) / 1e3;
        assertThat(new LoadSearch(SETUP, REQUEST, target(1e-3, 0, 0, 1.01 * least)).answers(1))
                .isNotEmpty();
        assertThat(reason(target(1e-3, 0, 0, 0.99 * least))).startsWith("tpot binds");

        String first = reason(target(1e-3, 0, 1e-4, 0));
        assertThat(first).matches("ttft binds: no replica within the other limits has less than [0-9.]+ ms");
        double soonest = Double.parseDouble(first.replaceAll("[^0-9]*([0-9.]+) ms", "$1")) / 1e3;
        assertThat(new LoadSearch(SETUP, REQUEST, target(1e-3, 0, 1.02 * soonest, 0)).answers(1))
                .isNotEmpty();
        assertThat(reason(target(1e-3, 0, 0.98 * soonest, 0))).startsWith("ttft binds");
        assertThat(reason(target(1e-3, 0, 1e-4, 1))).startsWith("ttft binds");

        assertThat(reason(target(1e12, 0, 5, 5))).isEqualTo("saturation binds: a million replicas are not enough");
        // Of some ten requests a second each, ten million would be.
        assertThat(reason(target(1e8, 0, 0, 0))).isEqualTo("saturation binds: a million replicas are not enough");
    }

    @Test
    void whatFitsInNoReplicaIsTooLarge() {
        ReplicaRequest one = REQUEST.upTo(1).stages(1);
        ModelOnChip large = ModelsOnChips.of("llama-3.1-405b", "nvidia-h100-sxm", "fp8");
        LoadSearch search = new LoadSearch(large, one, target(1, 0, 0, 0));

        assertThat(search.answers(1)).isEmpty();
        assertThat(search.reason())
                .startsWith("no replica of at most 1 chip and 1 stages holds the model: its weights take 41")
                .contains(" GB in fp8, and a chip holds ");
        assertThat(large.tooSmall(one.upTo(2))).startsWith("no replica of at most 2 chips and ");
    }

    /** Two groups hold twice what one does, up to what an engine serves at once. */
    @Test
    void aReplicaHoldsWholeRequestsOfAllItsStages() {
        Deployment staged = new Deployment(2, false, 1, 1, 2, 1, false);
        double each = SETUP.memory().largestBatch(staged, SETUP.machine().domainChips(), REQUEST.context());

        assertThat(ReplicaQueue.of(SETUP, staged, REQUEST, 0).orElseThrow().slots())
                .isEqualTo(Math.floor(Math.min(
                        2 * each,
                        2
                                * SETUP.engine()
                                        .factors()
                                        .sequences()
                                        .value()
                                        .distribution()
                                        .central())));
        ReplicaRequest lengthy = new ReplicaRequest(new RequestTokens(1e8, 1), 8, Speculation.NONE);
        assertThat(ReplicaQueue.of(SETUP, staged, lengthy, 0)).isEmpty();
        // Of a cached prompt the text is still taken apart, and no layer runs alone.
        double all = ReplicaQueue.of(SETUP, staged, REQUEST, 0)
                .orElseThrow()
                .overhead()
                .seconds();
        double some = ReplicaQueue.of(SETUP, staged, REQUEST, 2000)
                .orElseThrow()
                .overhead()
                .seconds();
        assertThat(all - some)
                .isCloseTo(
                        SETUP.engine().factors().first().seconds(0, 513, 80)
                                - SETUP.engine().factors().first().seconds(0, 0, 80),
                        within(1e-12));
    }

    @Test
    void chipsAndWhatTheyTakeAreThoseOfAllReplicas() {
        Served served = new Served(0.1, 0.01, 3, 2, 0, 0, 0.5);
        LoadAnswer answer =
                new LoadAnswer(new Deployment(2, false, 1, 1, 2, 1, false), 3, served, LoadAnswer.Binds.SATURATION);

        assertThat(answer.chips()).isEqualTo(12);
        assertThat(answer.tokensPerSecond(256)).isEqualTo(3 * 2 * 256);
        assertThat(answer.ofChips(OptionalDouble.of(2.5))).hasValue(30);
        assertThat(answer.ofChips(OptionalDouble.empty())).isEmpty();
    }

    private static Text text(String word) {
        return new Text(word, Place.argument(word));
    }

    private static FrontierQuery query(String model) {
        return new FrontierQuery(
                text(model),
                text("nvidia-h100-sxm"),
                text("fp8"),
                text("average"),
                TimeModelChoice.CALIBRATED,
                new ReplicaRequest(new RequestTokens(1024, 64), 1, Speculation.NONE),
                OptionalDouble.empty());
    }

    private static List<LoadStudy> studies(String model, Problems problems, String... chips) {
        return LoadStudy.of(
                query(model),
                List.of(chips).stream().map(LoadSearchTest::text).toList(),
                target(3, 0, 0, 0.05),
                1,
                SHELF,
                problems);
    }

    private static OptionalDouble price(LoadStudy study) {
        return study.best()
                .map(answer -> answer.ofChips(study.rentUsdPerHour()))
                .orElse(OptionalDouble.empty());
    }

    // Those that serve it first, the cheapest before the others, and of those without a price the smallest.
    private static void assertSorted(List<LoadStudy> studies) {
        for (int i = 1; i < studies.size(); i++) {
            LoadStudy before = studies.get(i - 1);
            LoadStudy after = studies.get(i);
            if (before.best().isEmpty()) {
                assertThat(after.best()).isEmpty();
            } else if (after.best().isPresent()) {
                double less = price(before).orElse(Double.POSITIVE_INFINITY);
                double more = price(after).orElse(Double.POSITIVE_INFINITY);
                assertThat(less).isLessThanOrEqualTo(more);
                if (less == more) {
                    assertThat(before.best().get().chips())
                            .isLessThanOrEqualTo(after.best().get().chips());
                }
            }
        }
    }

    @Test
    void everyKindOfChipIsToldOfOnceTheCheapestFirst() {
        Problems problems = new Problems();
        List<LoadStudy> all = studies("llama-3.1-8b", problems);

        assertThat(problems.none()).isTrue();
        assertThat(all.stream().map(LoadStudy::chip)).containsExactlyInAnyOrderElementsOf(SHELF.ids(Chip.KIND));
        assertSorted(all);
        assertThat(all.get(0).best()).isPresent();
        assertThat(all)
                .allSatisfy(study -> assertThat(study.reason().isEmpty())
                        .isEqualTo(study.best().isPresent()));

        List<LoadStudy> some = studies(
                "llama-3.1-8b", problems, "nvidia-b200-sxm", "nvidia-a100-sxm-80", "H100", "nvidia-h100-sxm", "H100");
        assertThat(some).hasSizeGreaterThan(1);
        assertSorted(some);
        assertThat(some.stream().map(LoadStudy::chip)).doesNotHaveDuplicates().contains("nvidia-h100-sxm");
        for (LoadStudy study : some) {
            assertThat(all).contains(study);
        }
    }

    @Test
    void aModelThatIsNotThereIsToldOfOnce() {
        Problems problems = new Problems();
        assertThat(studies("llama-3.1-8c", problems)).isEmpty();
        assertThat(problems.sorted()).hasSize(1);
    }
}
