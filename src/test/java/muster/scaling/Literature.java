package muster.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.diagnostic.Problems;
import muster.document.yaml.Csv;
import muster.document.yaml.Text;

/** Tables of the literature among the test resources. */
final class Literature {
    private static final Path FOLDER = Path.of("src/test/resources/scaling");

    private Literature() {}

    /** The rows of a table, by the names of its columns. */
    static List<Map<String, String>> rows(String name) {
        Problems problems = new Problems();
        Csv csv = Csv.of(name, text(name), problems).orElseThrow(() -> new AssertionError(problems.sorted()));
        assertThat(problems.none()).isTrue();
        return rows(csv);
    }

    private static List<Map<String, String>> rows(Csv csv) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<Text> cells : csv.rows()) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(csv.head().get(i).value(), cells.get(i).value());
            }
            rows.add(row);
        }
        return rows;
    }

    /** Training runs of the catalog, by the names of their columns. */
    static List<Map<String, String>> runs(String id) {
        Problems problems = new Problems();
        return rows(CatalogLaws.runs(id).csv(problems).orElseThrow(() -> new AssertionError(problems.sorted())));
    }

    static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
