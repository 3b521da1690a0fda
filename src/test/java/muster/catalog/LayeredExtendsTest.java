package muster.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.scenario.Scenario;
import muster.scenario.ScenarioCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Marks in an upper layer reach what an entry extends. */
final class LayeredExtendsTest {
    @TempDir
    private Path folder;

    @Test
    void aLayerMayDeleteWhatTheEntryBelowExtends() throws IOException {
        Problems problems = new Problems();
        Entry entry = entry("schema: scenario/v1\nid: essay-2023-scaled\nworkforce: !delete\n", problems);

        assertThat(problems.sorted()).isEmpty();
        assertThat(entry.body().get("workforce")).isEmpty();
        assertThat(entry.body().get("inference")).isPresent();
    }

    @Test
    void aHeadOfTheWrongShapeIsReported() throws IOException {
        Problems problems = new Problems();
        write("schema: scenario/v1\nid: mine\ntitle: [a]\nextends: {id: essay-2023}\n");
        Overlay.folder(folder, ScenarioCatalog.KINDS, problems);

        assertThat(problems.sorted()).extracting(Diagnostic::code).containsExactly("wrong-shape", "wrong-shape");
    }

    private Entry entry(String text, Problems problems) throws IOException {
        write(text);
        Catalog catalog = ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(folder), problems);
        Text id = new Text("essay-2023-scaled", Place.argument("essay-2023-scaled"));
        return catalog.entry(Scenario.KIND, id, problems).orElseThrow();
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), text);
    }
}
