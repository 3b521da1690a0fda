package muster.inference.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.format.Encoding;
import muster.inference.step.Deployment;
import muster.inference.step.Sharding;
import muster.model.Architecture;
import muster.model.ShapePart;
import org.junit.jupiter.api.Test;

/** What a model is agrees with what is computed of it. */
class ModelSheetTest {
    private static final Catalog SHELF = new Catalog(List.of(Architecture.KIND), List.of(BuiltIn.load()));

    private static Optional<ModelSheet> sheet(String id) {
        return ModelSheet.of(new Text(id, Place.argument(id)), SHELF, new Problems());
    }

    private static Stream<ModelSheet> all() {
        return SHELF.ids(Architecture.KIND).stream().flatMap(id -> sheet(id).stream());
    }

    @Test
    void partsOfEveryModelOfTheCatalogMakeUpAll() {
        all().forEach(model -> {
            assertThat(model.parts().stream().mapToDouble(ShapePart::parameters).sum())
                    .as(model.model())
                    .isCloseTo(model.shape().parameters(), withinPercentage(1e-9));
            assertThat(model.parts().stream().mapToDouble(ShapePart::active).sum())
                    .as(model.model())
                    .isCloseTo(model.shape().activeParameters(), withinPercentage(1e-9));
        });
    }

    @Test
    void aSequenceKeepsWhatAReplicaOfOneChipKeepsOfIt() {
        Sharding alone = Sharding.of(Deployment.tensor(1, 1), 1);
        all().forEach(model -> model.lengths()
                .forEach(at -> assertThat(at.keptBytes(Encoding.FP8))
                        .as(model.model())
                        .isCloseTo(alone.keptBytes(model.shape(), at.tokens(), 1), withinPercentage(1e-9))));
    }

    @Test
    void deepSeekV3() {
        ModelSheet model = sheet("deepseek-v3").orElseThrow();

        assertThat(model.shape().parameters()).isCloseTo(671.0e9, withinPercentage(0.01));
        assertThat(model.activeWithEmbedding()).isCloseTo(37.55e9, withinPercentage(0.01));
        assertThat(model.cachePerToken() * Encoding.BF16.bytes()).isEqualTo(70_272);
        assertThat(model.tensorDegrees()).containsExactly(1, 2, 4, 8, 16, 32, 64);
    }

    @Test
    void aLayerAheadIsALayerWithWhatJoinsIt() {
        // Its experts and attention are 11.4e9, and 0.1e9 join the stream and the next embedding.
        assertThat(ShapePart.prediction(sheet("deepseek-v3").orElseThrow().shape())
                        .parameters())
                .isCloseTo(11.6e9, withinPercentage(1));
    }

    @Test
    void aModelThatIsMadeForFewerTokensIsNotShownAtMore() {
        assertThat(all().filter(model -> model.architecture().maxPositions() > 0))
                .allSatisfy(model -> assertThat(model.lengths())
                        .allSatisfy(at -> assertThat(at.tokens())
                                .isLessThanOrEqualTo(model.architecture().maxPositions())));
    }

    /** 72 layers of 32 heads of 128 with states of 256, and three steps back of these and of two groups of keys and values. */
    @Test
    void aStateIsKeptWhateverTheLength() {
        ModelSheet model = sheet("falcon-h1-34b").orElseThrow();
        double state = 72.0 * (4096 * 256 + 3 * (4096 + 2 * 2 * 256));

        assertThat(model.stateElements()).isCloseTo(state, withinPercentage(1e-9));
        assertThat(model.lengths())
                .allSatisfy(at -> assertThat(at.stateElements()).isCloseTo(state, withinPercentage(1e-9)));
        assertThat(sheet("llama-3.1-8b").orElseThrow().stateElements()).isZero();
    }

    /** Half of the 46 layers of Gemma 2 keep 4,096 tokens; of Llama's none forgets. */
    @Test
    void aWindowKeepsLessThanItsTokensAdd() {
        ModelSheet windowed = sheet("gemma-2-27b").orElseThrow();

        assertThat(windowed.windowed()).isTrue();
        assertThat(windowed.cachePerToken()).isEqualTo(46 * 2 * 16 * 128);
        assertThat(windowed.lengths().get(3).cacheElements())
                .isCloseTo(2.0 * 16 * 128 * 23 * (131_072 + 4_096), withinPercentage(1e-9));
        assertThat(sheet("llama-3.1-8b").orElseThrow().windowed()).isFalse();
        assertThat(sheet("llama-2-7b").orElseThrow().windowed()).isFalse();
    }

    /** The index of DeepSeek V3.2 keeps a key of 128 for each token and layer, beside 512 + 64 elements. */
    @Test
    void anIndexKeepsAKeyForEachToken() {
        ModelSheet model = sheet("deepseek-v3.2").orElseThrow();

        assertThat(model.indexPerToken()).isEqualTo(61 * 128);
        assertThat(model.predictionCache()).isEqualTo(128 + 512 + 64);
        assertThat(model.prediction()).isPresent();
        assertThat(sheet("llama-3.1-8b").orElseThrow().prediction()).isEmpty();
        assertThat(sheet("llama-3.1-8b").orElseThrow().indexPerToken()).isZero();
        assertThat(sheet("llama-3.1-8b").orElseThrow().predictionCache()).isEqualTo(2 * 8 * 128);
    }

    /** Two bytes of every parameter, of which those that are not quantized stay at two when the others take one. */
    @Test
    void weightsAreTheBytesOfTheirFormat() {
        ModelSheet model = sheet("llama-3.1-8b").orElseThrow();
        double all = model.shape().parameters();
        double kept = 2.0 * 128_256 * 4096;

        assertThat(model.weightBytes(Encoding.BF16)).isCloseTo(2 * all, withinPercentage(0.01));
        assertThat(model.weightBytes(Encoding.FP8)).isCloseTo(all + kept, withinPercentage(0.01));
        // A tied embedding is counted with the output layer, another is looked up beside.
        assertThat(model.activeWithEmbedding()).isCloseTo(all, withinPercentage(0.01));
        ModelSheet tied = sheet("gemma-2-27b").orElseThrow();
        assertThat(tied.activeWithEmbedding()).isCloseTo(tied.shape().parameters(), withinPercentage(0.01));
    }

    @Test
    void aModelIsShownUpToTheTokensThatItIsMadeFor() {
        ModelSheet few = sheet("llama-2-7b").orElseThrow();
        ModelSheet many = sheet("deepseek-v3.2").orElseThrow();

        assertThat(many.lengths().stream().map(ModelSheet.AtLength::tokens))
                .containsExactly(1_024.0, 8_192.0, 32_768.0, 131_072.0, 163_840.0);
        double most = few.architecture().maxPositions() > 0 ? few.architecture().maxPositions() : 131_072;
        assertThat(few.lengths().get(few.lengths().size() - 1).tokens()).isEqualTo(most);
        assertThat(sheet("gemma-2-27b").orElseThrow().lengths()).hasSize(4);
    }

    @Test
    void aModelWithAShapeIsNotRefused() {
        Problems problems = new Problems();

        assertThat(ModelSheet.of(new Text("llama-3.1-8b", Place.argument("llama-3.1-8b")), SHELF, problems))
                .isPresent();
        assertThat(problems.none()).isTrue();
    }

    @Test
    void whatIsNotedComesAfterWhatIsKnown() {
        ModelSheet model = sheet("llama-3.1-8b").orElseThrow();
        assertThat(model.noting(List.of("a", "b")).noting(List.of("c")).notes()).endsWith("a", "b", "c");
    }
}
