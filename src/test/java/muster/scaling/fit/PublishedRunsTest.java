package muster.scaling.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Csv;
import muster.document.yaml.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of runs by the name of a file or of an entry. */
final class PublishedRunsTest {
    private static final Catalog SHELF = new Catalog(List.of(PublishedRuns.KIND), List.of(BuiltIn.load()));

    private static List<String> problems(String name) {
        Problems problems = new Problems();
        assertThat(PublishedRuns.find(text(name), SHELF, problems)).isEmpty();
        return problems.sorted().stream().map(Diagnostic::code).toList();
    }

    private static Text text(String name) {
        return new Text(name, Place.argument(name));
    }

    @Test
    void anEntryStandsWhereItsTableDoes() {
        Problems problems = new Problems();
        Csv csv = PublishedRuns.find(text("sardana-47"), SHELF, problems).orElseThrow();
        assertThat(problems.none()).isTrue();
        assertThat(csv.rows()).hasSize(47);
        Place head = csv.head().get(0).place();
        assertThat(head.file()).contains("sardana-47");
        // The table begins below the key that holds it, with which a file of an entry does not begin.
        assertThat(head.line()).isGreaterThan(5);
        assertThat(csv.rows().get(0).get(0).place().line()).isEqualTo(head.line() + 1);
    }

    @Test
    void aFileIsOneWhateverItsName(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("runs"), "parameters,tokens,loss\n1e9,2e10,2.5\n");
        Problems problems = new Problems();
        Csv csv = PublishedRuns.find(text(file.toString()), SHELF, problems).orElseThrow();
        assertThat(csv.rows()).hasSize(1);
        assertThat(csv.head().get(0).place().line()).isEqualTo(1);
    }

    @Test
    void whatIsNeitherIsTakenForWhatItLooksLike() {
        assertThat(problems("sardana-74")).containsExactly("unknown-id");
        assertThat(problems("runs.csv")).containsExactly("no-file");
        assertThat(problems("some/runs")).containsExactly("no-file");
    }
}
