package muster.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.catalog.Overlay;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.testing.Reported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sizes that are stated, alone and beside a shape. */
class StatedSizesTest {
    @TempDir
    private Path folder;

    private final Problems problems = new Problems();

    private Optional<Architecture> read(String id, String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("my.yaml"), "schema: architecture/v1\nid: " + id + "\n" + yaml);
        Overlay overlay = Overlay.file(file, List.of(Architecture.KIND), problems);
        Catalog catalog = new Catalog(List.of(Architecture.KIND), List.of(BuiltIn.load())).under(overlay);
        return catalog.get(Architecture.KIND, new Text(id, Place.argument(id)), problems);
    }

    @Test
    void withoutAShapeTheyAreTheSize() throws IOException {
        Architecture mine = read("mine", "developer: us\nparameters: 9e9 parameter\nactive_parameters: 2e9 parameter\n")
                .orElseThrow();
        Place place = Place.argument("mine");
        assertThat(mine.parameters("n", place).value().central().base()).isEqualTo(9e9);
        assertThat(mine.activeParameters("n", place).value().central().base()).isEqualTo(2e9);
    }

    @Test
    void withoutAShapeBothAreNeeded() throws IOException {
        assertThat(read("mine", "developer: us\nparameters: 9e9 parameter\n")).isEmpty();
        assertThat(Reported.messages(problems)).isEqualTo("mine: needs a shape, or parameters and active_parameters");
    }

    @Test
    void besideAShapeTheyMustAgree() throws IOException {
        assertThat(read("llama-3.1-70b", "parameters: 72e9 parameter\n")).isEmpty();
        assertThat(Reported.messages(problems))
                .isEqualTo("llama-3.1-70b: parameters is stated as 7.2000e10 and counted from the shape as 7.0554e10."
                        + " Maybe parameters: !delete, where the shape is meant?");
    }

    @Test
    void anActiveCountMayHoldTheInputEmbedding() throws IOException {
        // 3.04e9 without it and 3.35e9 with it.
        assertThat(read("qwen3-30b-a3b", "active_parameters: 3.4e9 parameter\n"))
                .isPresent();
        assertThat(read("qwen3-30b-a3b", "active_parameters: 3.7e9 parameter\n"))
                .isEmpty();
    }

    @Test
    void theShapeThatAnOverlayChangesIsCountedAnew() throws IOException {
        Architecture wider =
                read("llama-3.1-8b", "shape: {vocabulary: 128512}\n").orElseThrow();
        assertThat(wider.shape().orElseThrow().parameters()).isEqualTo(8_030_261_248.0 + 2 * 256 * 4096);
    }

    @Test
    void aShapeThatCannotBeIsReported() throws IOException {
        assertThat(read("llama-3.1-8b", "shape: {attention: {kv_heads: 3}}\n")).isEmpty();
        assertThat(Reported.messages(problems))
                .contains("llama-3.1-8b.shape.attention: kv_heads is 3 and must divide heads, 32");
    }
}
