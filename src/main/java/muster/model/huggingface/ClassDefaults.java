package muster.model.huggingface;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What the configuration class of a kind of model takes for keys that a file leaves out, as {@code head_dim} of Gemma 3. */
final class ClassDefaults {
    private static final String FILE = "class-defaults.txt";

    // Read when the first file is, and then for all.
    private static final class Table {
        static final Map<String, Map<String, String>> BY_KIND = read();
    }

    private ClassDefaults() {}

    /** The values by key; none of a kind that has no class of its own. */
    static Map<String, String> of(String kind) {
        return Table.BY_KIND.getOrDefault(kind, Map.of());
    }

    private static Map<String, Map<String, String>> read() {
        try (InputStream content = ClassDefaults.class.getResourceAsStream(FILE)) {
            if (content == null) {
                throw new IllegalStateException("no resource " + FILE);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(": ", 2))
                    .collect(Collectors.toUnmodifiableMap(parts -> parts[0], parts -> values(parts[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> values(String line) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : line.split(" ", -1)) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], parts[1]);
        }
        return values;
    }
}
