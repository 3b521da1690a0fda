package muster.model.huggingface;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import muster.diagnostic.Place;
import muster.document.RecordTree;
import muster.document.yaml.Mapping;
import muster.document.yaml.Text;
import muster.document.yaml.YamlWriter;
import muster.model.Architecture;
import muster.model.Shape;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.unit.NumberText;

/** A model of a {@code config.json} as the commented file of an entry, which reads as the same model. */
public final class ConfigText {
    private static final String NOTHING = "model";

    private ConfigText() {}

    /**
     * The text.
     *
     * @param found what the file says
     * @param id the id of the entry
     * @param from the file, as it was named
     */
    public static String of(HuggingFace.Found found, String id, String from) {
        Source source = Source.of("config", "config.json of the model, kind " + found.kind(), Tier.VENDOR);
        Mapping body = RecordTree.of(found.model(), new Place(from, 1, 1), source);
        Map<String, String> head = new LinkedHashMap<>();
        head.put("schema", Architecture.KIND.schema());
        head.put("id", id);
        head.put("title", id + ", as its config.json describes it");
        return top(found) + YamlWriter.write(head, body, text -> remark(text, body)) + unsaid(found);
    }

    private static String top(HuggingFace.Found found) {
        String byClass = found.byClass().isEmpty()
                ? ""
                : "# Not in the file but in the class of its kind: %s.\n".formatted(String.join(", ", found.byClass()));
        return """
                # Written by: muster catalog import hf
                # Check it:   ./muster catalog --catalog FOLDER validate
                # Look at it: ./muster model show ID --catalog FOLDER
                """ + byClass;
    }

    // Behind the value: what a person may want to put in its place.
    private static String remark(Text text, Mapping body) {
        if (body.get("developer").filter(node -> node == text).isPresent()) {
            return "put who made it";
        }
        if (body.get("weight_format").filter(node -> node == text).isPresent()) {
            return "as published; what a model is served in where nothing else is asked for";
        }
        return body.get("prediction_layers").filter(node -> node == text).isPresent()
                ? "multi-token prediction; in no count"
                : "";
    }

    private static String unsaid(HuggingFace.Found found) {
        Shape shape = found.model().shape().orElseThrow();
        return """

                # A config.json does not say these; put in what is published, with its source.
                # released: 2026-01
                # parameters: %s parameter            # held against what is counted from the shape
                # active_parameters: %s parameter
                # training_tokens: 15e12 token
                """.formatted(short4(shape.parameters()), short4(shape.activeParameters()));
    }

    private static String short4(double count) {
        return NumberText.rounded(count, 4);
    }

    /** An id for the model of a path: the name of its folder, or of the file where that is no {@code config.json}. */
    public static String id(String path) {
        String plain = path.replace('\\', '/').replaceAll("/+$", "");
        String named = plain.replaceFirst("(^|/)config\\.json$", "").replaceFirst("\\.json$", "");
        String slug = named.substring(named.lastIndexOf('/') + 1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9.-]+", "-")
                .replaceAll("[.-]{2,}", "-")
                .replaceAll("^[.-]+|[.-]+$", "");
        return slug.isEmpty() ? NOTHING : slug;
    }
}
