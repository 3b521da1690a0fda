package muster.scenario;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.BadInput;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.inference.ServingDecision;
import muster.inference.replica.Frontier;
import muster.inference.replica.OperatingPoint;
import muster.model.Shape;
import muster.model.layer.Attention;
import muster.model.layer.FeedForward;
import muster.testing.Seeded.Draws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What training makes and what is served is one model, whichever way it was stated: a model that a scenario trains and serves, and
 * the shape that it prints written out as an architecture and served, are alike in all that serving computes.
 */
class TwinsTest {
    private static final List<String> CHIPS =
            List.of("nvidia-h100-sxm", "nvidia-b200-sxm", "nvidia-h20", "google-tpu-v5p", "amd-mi300x", "nvidia-gb200");
    private static final List<String> FORMATS = List.of("bf16", "fp8", "weights=fp4,activations=bf16,cache=fp8");
    private static final List<String> COMPARED = List.of(
            "inference.throughput",
            "inference.serial_speed",
            "inference.streams",
            "inference.flop_per_token",
            "inference.utilization",
            "workforce.parallel_researchers",
            "workforce.serial_speedup",
            "workforce.researcher_months_per_month");

    private static final List<String> TRAINED_AND_SERVED = trainedAndServed();

    @TempDir
    private static Path folder;

    private static int written;

    static List<String> scenarios() {
        return TRAINED_AND_SERVED;
    }

    private static List<String> trainedAndServed() {
        return Worked.ids().stream()
                .filter(id -> Worked.plan(id).training().isPresent())
                .filter(id -> Worked.of(id).serving().isPresent())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aShippedScenarioServesWhatItTrains(String scenario) {
        alike(scenario, List.of());
    }

    @Test
    void threeOfTheShippedScenariosTrainExperts() {
        assertThat(scenarios())
                .contains(
                        "essay-2023-measured",
                        "essay-2023-measured-moe-loss",
                        "essay-2023-measured-moe-total",
                        "essay-2023-measured-moe-compute");
    }

    // All shapes are written before the first is served, so that the catalog is read once.
    @Test
    void anyTrainedModelIsServedAsItsShapeWrittenOut() {
        Map<List<String>, Twin> twins = new LinkedHashMap<>();
        Path all = folder.resolve("drawn");
        forAll(18, 500, TwinsTest::settings, settings -> twins.put(settings, Twin.of("small-model", settings, all)));
        Catalog catalog = shelf(all);
        forAll(18, 500, TwinsTest::settings, settings -> twin(twins, settings).check(catalog));
    }

    private static Twin twin(Map<List<String>, Twin> twins, List<String> settings) {
        return Optional.ofNullable(twins.get(settings))
                .orElseThrow(() -> new IllegalStateException("no twin of " + settings));
    }

    // Small replicas, so that the searches are quick; the shapes are usual and stated.
    private static List<String> settings(Draws draws) {
        List<String> settings = new ArrayList<>();
        settings.add("training.compute=%s FLOP".formatted(draws.magnitude(1e19, 1e24)));
        settings.add("training.law.ratio=%s token/parameter".formatted(draws.magnitude(5, 200)));
        settings.add("fleet.chips={%s: %s}".formatted(draws.oneOf(CHIPS), draws.whole(16, 4096)));
        settings.add("inference.throughput.serial_speed=at-least %s token/s".formatted(draws.magnitude(1, 60)));
        settings.add("inference.throughput.formats=" + draws.oneOf(FORMATS));
        settings.add("inference.throughput.max_replica_chips=" + draws.oneOf(List.of(8, 16)));
        settings.add("inference.throughput.context={in: %s, out: %s}"
                .formatted(draws.whole(16, 4096), draws.whole(16, 2048)));
        String experts = draws.oneOf(
                List.of("{experts: 8, active: 2}", "{experts: 64, active: 4, shared: 1}", "{experts: 128, active: 8}"));
        switch (draws.whole(0, 4)) {
            case 0 -> settings.add("training.moe={same_total: %s}".formatted(experts));
            case 1 -> settings.add("training.moe={same_compute: %s}".formatted(experts));
            case 2 ->
                settings.add("training.moe={same_loss: %s, beyond: allowed}}".formatted(experts.replace("}", "")));
            default -> {}
        }
        if (draws.whole(0, 3) == 0) {
            settings.add("training.shape={aspect: %s, vocabulary: 50000, gated: false, tied_embeddings: true}"
                    .formatted(draws.whole(40, 200)));
        }
        return settings;
    }

    private static void alike(String scenario, List<String> settings) {
        Path own = folder.resolve(scenario);
        Twin twin = Twin.of(scenario, settings, own);
        twin.check(shelf(own));
    }

    private static Catalog shelf(Path layer) {
        return ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(layer), new Problems());
    }

    /**
     * A model that a scenario trains, and the id of its shape written out.
     *
     * @param trained the estimate that trains it
     * @param scenario the id of the scenario
     * @param settings what is changed
     * @param id the id of the architecture
     */
    private record Twin(Estimate trained, String scenario, List<String> settings, String id) {

        static Twin of(String scenario, List<String> settings, Path into) {
            Estimate trained = Worked.of(scenario, settings.toArray(String[]::new));
            String id = "twin-" + ++written;
            write(into, id, trained.serving().orElseThrow().model().shape().orElseThrow());
            return new Twin(trained, scenario, settings, id);
        }

        // The same scenario without its training, with the model as an entry of the catalog.
        private Estimate stated(Catalog catalog) {
            List<String> changed = new ArrayList<>(settings.stream()
                    .filter(set -> !set.startsWith("training."))
                    .toList());
            changed.add("training=!delete");
            changed.add("headline=[]");
            changed.add("inference.model=" + id);
            Problems problems = new Problems();
            return Scenarios.plan(catalog, new Text(scenario, Place.argument(scenario)), changed, problems)
                    .map(Estimate::of)
                    .orElseThrow(() -> new BadInput(problems.sorted()));
        }

        void check(Catalog catalog) {
            ServingDecision decision = trained.serving().orElseThrow();
            Shape shape = decision.model().shape().orElseThrow();
            Estimate stated = stated(catalog);

            assertThat(stated.serving().orElseThrow().model().shape()).contains(shape);
            assertThat(shape.parameters()).isEqualTo(value(trained, "model.shape.parameters"));
            assertThat(shape.activeParameters()).isEqualTo(value(trained, "model.shape.active_parameters"));
            assertThat(shape.kvElementsPerToken()).isEqualTo(value(trained, "model.shape.kv_elements_per_token"));
            for (String figure : COMPARED) {
                if (trained.quantity(figure).isPresent()) {
                    assertThat(value(stated, figure))
                            .as(figure)
                            .isCloseTo(value(trained, figure), withinPercentage(1e-9));
                }
            }
            assertThat(frontier(stated)).isEqualTo(frontier(trained));
            assertThat(stated.serving().orElseThrow().limits()).isEqualTo(decision.limits());
        }
    }

    private static Optional<List<OperatingPoint>> frontier(Estimate estimate) {
        return estimate.serving()
                .flatMap(ServingDecision::chosen)
                .map(ServingDecision.Chosen::frontier)
                .map(Frontier::points);
    }

    private static double value(Estimate estimate, String figure) {
        return estimate.quantity(figure)
                .orElseThrow(() -> new AssertionError("no " + figure))
                .base();
    }

    private static void write(Path into, String id, Shape shape) {
        try {
            Path architectures = Files.createDirectories(into.resolve("architectures"));
            Files.writeString(architectures.resolve(id + ".yaml"), yaml(id, shape));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String yaml(String id, Shape shape) {
        Attention.Grouped attention = (Attention.Grouped) shape.attention();
        return String.format(
                Locale.ROOT,
                """
                schema: architecture/v1
                id: %s
                title: The shape of a trained model, written out
                sources:
                  own: {title: "a test", tier: assumption}
                default_source: own
                developer: nobody
                planned: true
                shape:
                  layers: %d
                  width: %d
                  vocabulary: %d
                  tied_embeddings: %b
                  attention: {kind: grouped, heads: %d, kv_heads: %d, head_dim: %d}
                  feed_forward: %s
                """,
                id,
                shape.layers(),
                shape.width(),
                shape.vocabulary(),
                shape.tiedEmbeddings(),
                attention.heads(),
                attention.kvHeads(),
                attention.headDim(),
                feedForward(shape.feedForward()));
    }

    private static String feedForward(FeedForward feedForward) {
        return feedForward instanceof FeedForward.Experts experts
                ? "{kind: experts, experts: %d, active: %d, width: %d, shared: %d, gated: %b}"
                        .formatted(
                                experts.experts(), experts.active(), experts.width(), experts.shared(), experts.gated())
                : "{kind: dense, width: %d, gated: %b}"
                        .formatted(
                                ((FeedForward.Dense) feedForward).width(), ((FeedForward.Dense) feedForward).gated());
    }
}
