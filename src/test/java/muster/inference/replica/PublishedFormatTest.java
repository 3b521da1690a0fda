package muster.inference.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.hardware.Chip;
import muster.model.Architecture;
import org.junit.jupiter.api.Test;

/** DeepSeek-V3 is published in fp8, in which an H100 multiplies and an A100 does not; Llama 3.1 8B at 16 bits. */
final class PublishedFormatTest {
    private static final Catalog SHELF = new Catalog(List.of(Architecture.KIND, Chip.KIND), List.of(BuiltIn.load()));
    private static final Architecture FP8 = model("deepseek-v3");
    private static final Architecture BF16 = model("llama-3.1-8b");
    private static final Chip H100 = chip("nvidia-h100-sxm");
    private static final Chip A100 = chip("nvidia-a100-sxm-80");
    private static final Text PUBLISHED = text(PublishedFormat.WORD);

    private static Text text(String word) {
        return new Text(word, Place.argument(word));
    }

    private static Architecture model(String id) {
        return SHELF.get(Architecture.KIND, text(id), new Problems()).orElseThrow();
    }

    private static Chip chip(String id) {
        return SHELF.get(Chip.KIND, text(id), new Problems()).orElseThrow();
    }

    private static Encodings encodings(String words) {
        return Encodings.parse(text(words), new Problems()).orElseThrow();
    }

    @Test
    void aChipWithoutARateMultipliesWide() {
        assertThat(PublishedFormat.on(FP8, H100)).isEqualTo(encodings("fp8"));
        assertThat(PublishedFormat.on(FP8, A100)).isEqualTo(encodings("fp8").multipliedWide());
        assertThat(PublishedFormat.on(FP8, A100)).isNotEqualTo(encodings("fp8"));
        assertThat(PublishedFormat.on(BF16, A100)).isEqualTo(encodings("bf16"));
    }

    @Test
    void whatIsServedIsToldUnlessItIsAtSixteenBits() {
        assertThat(PublishedFormat.note(FP8, PUBLISHED, encodings("fp8"), H100))
                .hasValue("served in fp8, in which the model is published");
        assertThat(PublishedFormat.note(FP8, PUBLISHED, encodings("fp8"), A100))
                .hasValueSatisfying(words -> assertThat(words).contains("multiplied at 16 bits"));
        assertThat(PublishedFormat.note(BF16, PUBLISHED, encodings("bf16"), H100))
                .isEmpty();
    }

    @Test
    void anotherFormatThanThePublishedIsTold() {
        assertThat(PublishedFormat.note(FP8, text("bf16"), encodings("bf16"), H100))
                .hasValue("the model is published in fp8, and bf16 was asked for");
        assertThat(PublishedFormat.note(FP8, text("fp8"), encodings("fp8"), H100))
                .isEmpty();
    }
}
