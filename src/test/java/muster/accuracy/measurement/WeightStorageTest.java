package muster.accuracy.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.format.Encoding;
import muster.hardware.Chip;
import muster.inference.replica.Encodings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What names of formats mean on a chip, for a model that is published in one. */
final class WeightStorageTest {
    private static final Catalog SHELF = new Catalog(List.of(Chip.KIND), List.of(BuiltIn.load()));

    /**
     * gpt-oss is published in MXFP4 with wider activations; Quark's checkpoints of others have both in fp4 and a cache in fp8, as
     * their names say (Llama-2-70b-chat-hf-WMXFP4-AMXFP4-KVFP8).
     */
    @ParameterizedTest
    @CsvSource({
        "mxfp4, amd-mi355x, MXFP4, MXFP4, FP8, BF16",
        "mxfp4, amd-mi355x, BF16, MXFP4, MXFP4, FP8",
        "mxfp4, amd-mi355x, FP8, MXFP4, MXFP4, FP8",
        "mxfp4, amd-mi300x, BF16, MXFP4, BF16, BF16",
        "mxfp4-fp8, amd-mi355x, BF16, MXFP4, FP8, BF16",
        "mxfp4-mxfp4, amd-mi355x, MXFP4, MXFP4, MXFP4, FP8",
        "mxfp4-fp8, nvidia-h200-sxm, MXFP4, MXFP4, BF16, BF16",
        "nvfp4, nvidia-b200-sxm, BF16, FP4, FP4, FP8",
        "nvfp4, nvidia-h200-sxm, BF16, FP4, BF16, FP8",
        "fp8, nvidia-h200-sxm, BF16, FP8, FP8, FP8",
        "fp8, nvidia-a100-sxm-80, BF16, FP8, BF16, FP8",
        "int8, nvidia-h200-sxm, BF16, INT8, BF16, BF16",
        "int8-sq, nvidia-h200-sxm, BF16, INT8, INT8, BF16",
        "int4-awq, nvidia-h200-sxm, BF16, INT4, BF16, BF16",
    })
    void activationsAreWhatTheCheckpointHasWhereTheChipMultipliesThem(
            String name, String chip, Encoding published, Encoding weights, Encoding activations, Encoding cache) {
        Chip found = SHELF.get(Chip.KIND, new Text(chip, Place.argument("chip")), new Problems())
                .orElseThrow();
        Encodings on = WeightStorage.of(name).orElseThrow().on(found, published, "");
        assertThat(on.weights()).isEqualTo(weights);
        assertThat(on.activations()).isEqualTo(activations);
        assertThat(on.cache()).isEqualTo(cache);
    }
}
