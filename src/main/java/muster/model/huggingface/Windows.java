package muster.model.huggingface;

import java.util.List;
import java.util.Set;
import muster.document.yaml.Text;

/** How many of the last tokens a layer looks at, by the conventions of kinds of models; 0 where it looks at all. */
@FunctionalInterface
interface Windows {
    /** Those that look at all tokens. */
    Set<String> FULL = Set.of("full_attention", "attention", "full", "deepseek_sparse_attention");

    /** The window of a layer, from 0. */
    int of(HubConfig config, int layer);

    /** All layers look at all tokens. */
    static Windows none() {
        return (config, layer) -> 0;
    }

    /** All layers have the window that the file states. */
    static Windows all() {
        return listedOr((config, layer) -> size(config));
    }

    /** Every layer has it but each of so many: the sixth of Gemma 3, the fourth of Cohere 2. */
    static Windows allBut(int each, String... names) {
        return listedOr((config, layer) ->
                (layer + 1) % Math.max(1, pattern(config, each, names)) == 0 ? 0 : size(config));
    }

    /** Every second, from the first: Gemma 2 and gpt-oss. */
    static Windows everySecond() {
        return listedOr((config, layer) -> layer % 2 == 0 ? size(config) : 0);
    }

    /** Layers from a number on, and only where that is switched on: Qwen. */
    static Windows switched() {
        Windows listed = listedOr(
                (config, layer) -> layer >= config.count(Integer.MAX_VALUE, "max_window_layers") ? size(config) : 0);
        return (config, layer) -> config.truth(false, "use_sliding_window") ? listed.of(config, layer) : 0;
    }

    /** By the list of layers' types, where the file has it. */
    static Windows listedOr(Windows otherwise) {
        return (config, layer) -> {
            List<Text> types = config.words("layer_types");
            return layer < types.size() ? listed(config, types.get(layer)) : otherwise.of(config, layer);
        };
    }

    private static int listed(HubConfig config, Text type) {
        return switch (type.value()) {
            case "sliding_attention", "local_attention" -> size(config);
            case "chunked_attention" -> config.count(0, "attention_chunk_size");
            default -> {
                if (!FULL.contains(type.value())) {
                    config.refuse(
                            "unknown-word",
                            "layer_types",
                            "layers of the type '%s' are not known in this kind of model".formatted(type.value()));
                }
                yield 0;
            }
        };
    }

    // As LLLG, of which the length is meant, or a number.
    private static int pattern(HubConfig config, int each, String... names) {
        return config.word(names)
                .map(Text::value)
                .map(word -> word.matches("[LG]+") ? word.length() : config.count(each, names))
                .orElse(each);
    }

    private static int size(HubConfig config) {
        return config.count(0, "sliding_window", "sliding_window_size");
    }
}
