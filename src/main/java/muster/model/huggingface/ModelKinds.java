package muster.model.huggingface;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of models that are known, by {@code model_type}: what each does beside what its file says. Written from the modelling code
 * of huggingface/transformers 5.18.0 and, for kinds that are not in it, from the code beside their checkpoints. What a class takes
 * for a key that is left out stands in {@code class-defaults.txt}.
 */
final class ModelKinds {
    private static final Map<String, ModelKind> ALL = all();
    // A wrapper with images or sound whose language model need not say its kind, and the kind of that.
    private static final Map<String, String> WITHIN = Map.of(
            "llava", "llama",
            "llava_next", "llama",
            "llava_next_video", "llama",
            "video_llava", "llama",
            "vipllava", "llama",
            "llava_onevision", "qwen2",
            "idefics3", "llama",
            "smolvlm", "llama",
            "mistral3", "mistral",
            "paligemma", "gemma");

    private ModelKinds() {}

    /** The names of all. */
    static Set<String> names() {
        return ALL.keySet();
    }

    /** The conventions of a kind; what its language model is called alone, as {@code gemma3_text}, is the same. */
    static Optional<ModelKind> of(String name) {
        return Optional.ofNullable(ALL.get(plain(name)));
    }

    /** The name of a kind without what marks a language model within another. */
    static String plain(String name) {
        String text = name.endsWith("_text") ? name.substring(0, name.length() - "_text".length()) : name;
        return WITHIN.getOrDefault(text, text);
    }

    private static Map<String, ModelKind> all() {
        KindTable kinds = new KindTable();
        DenseKinds.list(kinds);
        RoutedKinds.list(kinds);
        return kinds.all();
    }
}
