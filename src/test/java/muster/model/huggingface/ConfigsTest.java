package muster.model.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.catalog.Overlay;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.model.Architecture;
import muster.model.Shape;
import muster.model.ShapePart;
import muster.testing.Reported;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Public configurations of many kinds: nine in ten at least are read, and each of these within a hundredth. */
class ConfigsTest {
    private static final double PERCENT = 1;
    // Layers of which no form is known here: to an image's cache, and short convolutions alone.
    private static final Map<String, String> REFUSED = Map.of(
            "meta-llama/Llama-3.2-11B-Vision-Instruct", "mllama_text_model",
            "LiquidAI/LFM2.5-VL-1.6B", "lfm2");

    private static final List<Configs.Config> CONFIGS = Configs.all();
    // Read once: most tests are of what is read.
    private static final Map<String, HuggingFace.Found> FOUND = CONFIGS.stream()
            .flatMap(config -> config.found(false, new Problems()).stream().map(found -> Map.entry(config.id(), found)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, next) -> first, TreeMap::new));

    @Test
    void theListIsLongAndOfManyKinds() {
        assertThat(CONFIGS).hasSizeGreaterThanOrEqualTo(100);
        assertThat(CONFIGS.stream().map(Configs.Config::kind).distinct()).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void eachThatIsReadHasTheParametersOfItsMakers() {
        List<String> refused = new ArrayList<>();
        for (Configs.Config config : CONFIGS) {
            HuggingFace.@Nullable Found found = FOUND.get(config.id());
            if (found == null) {
                refused.add(config.id());
                Problems problems = new Problems();
                config.found(false, problems);
                assertThat(Reported.messages(problems))
                        .as(config.id())
                        .contains("models of the kind '%s' are not known".formatted(REFUSED.get(config.id())));
            } else {
                assertThat(found.model().shape().orElseThrow().parameters())
                        .as(config.id())
                        .isCloseTo(config.total(), withinPercentage(PERCENT));
            }
        }
        assertThat(refused).containsExactlyInAnyOrderElementsOf(REFUSED.keySet());
    }

    @Test
    void whatIsWrittenOfEachReadsAsTheSame() {
        Catalog catalog = new Catalog(List.of(Architecture.KIND), List.of(BuiltIn.load()));
        FOUND.forEach((id, found) -> {
            Architecture read = read(catalog, ConfigText.of(found, "written", id), id);
            Architecture model = found.model();
            assertThat(read.shape()).as(id).isEqualTo(model.shape());
            assertThat(read.weightFormat()).as(id).isEqualTo(model.weightFormat());
            assertThat(read.quantized()).as(id).isEqualTo(model.quantized());
            assertThat(read.predictionLayers()).as(id).isEqualTo(model.predictionLayers());
            assertThat(read.maxPositions()).as(id).isEqualTo(model.maxPositions());
            assertThat(read.caution()).as(id).isEqualTo(model.caution());
        });
    }

    private static Architecture read(Catalog catalog, String text, String named) {
        Problems problems = new Problems();
        Overlay overlay = Overlay.text("written.yaml", text, List.of(Architecture.KIND), problems);
        Optional<Architecture> read =
                catalog.under(overlay).get(Architecture.KIND, new Text("written", Place.argument("written")), problems);
        assertThat(Reported.messages(problems)).as(named).isEmpty();
        return read.orElseThrow();
    }

    @Test
    void theIdIsThatOfTheFolderOrOfTheFile() {
        assertThat(ConfigText.id("models/Qwen3-8B/config.json")).isEqualTo("qwen3-8b");
        assertThat(ConfigText.id("models/Qwen3-8B/")).isEqualTo("qwen3-8b");
        assertThat(ConfigText.id("My model (2).json")).isEqualTo("my-model-2");
        assertThat(ConfigText.id("config.json")).isEqualTo("model");
        assertThat(Path.of(ConfigText.id("../.."))).isEqualTo(Path.of("model"));
    }

    @Test
    void partsMakeUpAll() {
        FOUND.forEach((id, found) -> {
            Shape shape = found.model().shape().orElseThrow();
            List<ShapePart> parts = ShapePart.of(shape);
            assertThat(parts.stream().mapToDouble(ShapePart::parameters).sum())
                    .as(id)
                    .isCloseTo(shape.parameters(), withinPercentage(1e-9));
            assertThat(parts.stream().mapToDouble(ShapePart::active).sum())
                    .as(id)
                    .isCloseTo(shape.activeParameters(), withinPercentage(1e-9));
        });
    }

    @Test
    void aCopyWhoseKindIsNotKnownIsRefusedWithoutANameThatWouldCountWrongly() {
        for (Configs.Config config : CONFIGS) {
            if (config.kind().isEmpty()) {
                continue;
            }
            Problems problems = new Problems();
            String renamed =
                    config.config().replaceAll("\"model_type\": ?\"[^\"]*\"", "\"model_type\":\"newest_of_all\"");
            assertThat(HuggingFace.read(Configs.mapping(renamed), Optional.empty(), false, problems))
                    .as(config.id())
                    .isEmpty();
            assertThat(problems.sorted().stream()
                            .map(problem -> problem.message())
                            .filter(message -> message.contains("Maybe"))
                            .collect(Collectors.toList()))
                    .as(config.id())
                    .isEmpty();
        }
    }
}
