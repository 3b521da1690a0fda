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
}
