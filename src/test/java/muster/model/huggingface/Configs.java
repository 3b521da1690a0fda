package muster.model.huggingface;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.diagnostic.Problems;
import muster.document.yaml.Mapping;
import muster.document.yaml.YamlReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list of public configurations: their shape keys, and what is published or counted of each. */
final class Configs {
    private static final Path FOLDER = Path.of("src/test/resources/configs");
    private static final JsonMapper JSON = new JsonMapper();

    private Configs() {}

    /**
     * A configuration.
     *
     * @param id the model's id at Hugging Face
     * @param kind what the list calls its kind
     * @param config its keys, as JSON
     * @param formats those of the file of formats beside it
     * @param total all parameters, as published where that has digits enough, else as counted independently
     */
    record Config(String id, String kind, String config, Optional<String> formats, double total) {

        /** What is read of it. */
        Optional<HuggingFace.Found> found(boolean rough, Problems problems) {
            return HuggingFace.read(mapping(config), formats.map(Configs::mapping), rough, problems);
        }
    }

    static Mapping mapping(String json) {
        Problems problems = new Problems();
        Mapping root = YamlReader.read("config.json", json.replace('\t', ' '), problems)
                .get(0)
                .root();
        problems.orThrow();
        return root;
    }

    /** All of them, in the order of the list. */
    static List<Config> all() {
        Map<String, Map<String, String>> rows = rows();
        List<Config> configs = new ArrayList<>();
        for (String line : lines("shapes.jsonl")) {
            JsonNode node = JSON.readTree(line);
            String id = node.path("id").asString();
            Map<String, String> row = rows.get(id);
            if (row == null) {
                throw new IllegalStateException("not in the list: " + id);
            }
            String held = row.getOrDefault("hold", "").equals("published") ? "published_total" : "counted_total";
            configs.add(new Config(
                    id,
                    row.getOrDefault("text_kind", "").isEmpty()
                            ? row.getOrDefault("kind", "")
                            : row.getOrDefault("text_kind", ""),
                    node.path("config").toString(),
                    Optional.of(node.path("hf_quant_config"))
                            .filter(JsonNode::isObject)
                            .map(JsonNode::toString),
                    Double.parseDouble(row.getOrDefault(held, ""))));
        }
        return configs;
    }

    // Cells of prose stand at the end of a row and may hold commas in quotation marks.
    private static Map<String, Map<String, String>> rows() {
        List<String> lines = lines("configs.csv");
        List<String> head = cells(lines.get(0));
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < head.size(); i++) {
                row.put(head.get(i), cells.get(i));
            }
            rows.put(cells.get(0), row);
        }
        return rows;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char letter : line.toCharArray()) {
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static List<String> lines(String name) {
        try {
            return Files.readAllLines(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
