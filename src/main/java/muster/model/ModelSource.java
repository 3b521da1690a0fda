package muster.model;

import java.util.List;
import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Document;
import muster.document.yaml.Text;
import muster.document.yaml.TextFile;
import muster.document.yaml.YamlReader;

/** Where a model that a user names comes from: the catalog, or a {@code config.json} of Hugging Face. */
public final class ModelSource {
    private ModelSource() {}

    /** The model of an id or of a file whose name ends in {@code .json}, or nothing with problems reported. */
    public static Optional<Architecture> find(Text name, Catalog catalog, Problems problems) {
        return name.value().endsWith(".json")
                ? TextFile.read(name.value(), problems).flatMap(text -> imported(name.value(), text, problems))
                : catalog.get(Architecture.KIND, name, problems);
    }

    // JSON is YAML with other habits, and the YAML reader knows the place of everything.
    private static Optional<Architecture> imported(String file, String json, Problems problems) {
        List<Document> documents = YamlReader.read(file, json.replace('\t', ' '), problems);
        if (documents.isEmpty() && problems.none()) {
            problems.error("empty", new Place(file, 1, 1), "there is nothing in this file");
        }
        return documents.stream()
                .findFirst()
                .filter(document -> problems.none())
                .flatMap(document -> HuggingFace.architecture(document.root(), problems));
    }
}
