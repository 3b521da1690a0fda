package muster.model.huggingface;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.diagnostic.Problems;
import muster.document.yaml.Items;
import muster.document.yaml.Mapping;
import muster.document.yaml.Node;
import muster.document.yaml.Text;

/**
 * The keys of a {@code config.json}, or of a part of one. What is looked for under several names, as makers name it, is the first
 * that is there; a key that is {@code null} says that there is none, and one that is left out is what the class of the kind takes.
 * A value of a wrong form is reported where it stands.
 */
final class HubConfig {
    static final String[] LAYERS = {"num_hidden_layers", "n_layer", "num_layers", "n_layers"};
    static final String[] WIDTH = {"hidden_size", "n_embd", "d_model", "n_embed"};
    static final String[] HEADS = {"num_attention_heads", "n_head", "n_heads"};
    static final String[] KV_HEADS = {"num_key_value_heads", "num_kv_heads", "n_head_kv"};
    static final String[] HEAD_DIM = {"head_dim", "attention_head_dim", "kv_channels"};
    static final String[] INNER = {"intermediate_size", "ffn_hidden_size", "n_inner", "ffn_dim", "block_ff_dim"};
    static final String[] VOCABULARY = {"padded_vocab_size", "vocab_size"};
    static final String[] EXPERTS = {"num_local_experts", "n_routed_experts", "num_experts", "moe_num_experts"};
    static final String[] ACTIVE = {
        "num_experts_per_tok",
        "num_experts_per_token",
        "experts_per_token",
        "top_k_experts",
        "moe_topk",
        "moe_k",
        "moe_top_k"
    };
    static final String[] SHARED = {
        "n_shared_experts", "num_shared_experts", "num_shared_expert", "moe_num_shared_experts"
    };

    private final Mapping file;
    private final Map<String, String> defaults;
    private final Problems problems;
    private final Map<String, String> taken = new LinkedHashMap<>();
    // Every layer asks for the lists that say what each layer is.
    private final Map<String, List<Text>> words = new HashMap<>();
    private final Map<String, List<Integer>> numbers = new HashMap<>();
    private final Map<String, Optional<HubConfig>> part = new HashMap<>();
    private final Map<String, List<HubConfig>> parts = new HashMap<>();

    HubConfig(Mapping file, Map<String, String> defaults, Problems problems) {
        this.file = file;
        this.defaults = defaults;
        this.problems = problems;
    }

    /** The values that the class of the kind gave, by key. */
    Map<String, String> taken() {
        return taken;
    }

    /** Whether a key is there with a value. */
    boolean has(String... names) {
        return node(names).isPresent();
    }

    /** The first of some keys that has a value, where it stands or as the class has it. */
    Optional<Node> node(String... names) {
        boolean said = false;
        for (String name : names) {
            Optional<Node> found = file.get(name);
            if (found.isPresent()
                    && !(found.get() instanceof Text text && text.value().equals("null"))) {
                return found;
            }
            said = said || found.isPresent();
        }
        return said ? Optional.empty() : byDefault(names);
    }

    private Optional<Node> byDefault(String... names) {
        for (String name : names) {
            String value = defaults.get(name);
            if (value != null) {
                taken.put(name, value);
                return Optional.of(new Text(value, file.place()));
            }
        }
        return Optional.empty();
    }

    /** A count that must be there; 0, reported, where it is not. */
    int count(String... names) {
        Optional<Node> node = node(names);
        if (node.isEmpty()) {
            problems.error("missing-key", file.place(), "%s is missing (a whole number)".formatted(names[0]));
            return 0;
        }
        return whole(names[0], node.get()).orElse(0);
    }

    /** A count, or another number where there is none. */
    int count(int otherwise, String... names) {
        return optional(names).orElse(otherwise);
    }

    /** A count, where there is one. */
    Optional<Integer> optional(String... names) {
        return node(names).flatMap(node -> whole(names[0], node));
    }

    /** What a list has for a layer, or a number that is the same for all. */
    Optional<Integer> at(int layer, String... names) {
        Optional<Node> node = node(names);
        if (node.isPresent() && node.get() instanceof Items items) {
            return layer < items.nodes().size() ? whole(names[0], items.nodes().get(layer)) : Optional.empty();
        }
        return node.flatMap(single -> whole(names[0], single));
    }

    /** Whether something is so. */
    boolean truth(boolean otherwise, String... names) {
        return node(names).flatMap(node -> bool(names[0], node)).orElse(otherwise);
    }

    private Optional<Boolean> bool(String name, Node node) {
        if (node instanceof Text text && text.value().matches("true|false")) {
            return Optional.of(text.value().equals("true"));
        }
        problems.error("unknown-word", node.place(), "%s is true or false, not %s".formatted(name, node.kind()));
        return Optional.empty();
    }

    /** A word, where there is one. */
    Optional<Text> word(String... names) {
        return node(names).filter(Text.class::isInstance).map(Text.class::cast);
    }

    /** The words of a list; empty where there is no list. */
    List<Text> words(String name) {
        return words.computeIfAbsent(name, this::readWords);
    }

    private List<Text> readWords(String name) {
        List<Text> read = new ArrayList<>();
        for (Node node : items(name)) {
            if (node instanceof Text text) {
                read.add(text);
            } else {
                problems.error(
                        "wrong-shape", node.place(), "%s is a list of words, not of %s".formatted(name, node.kind()));
            }
        }
        return read;
    }

    /** The whole numbers of a list; empty where there is no list. */
    List<Integer> numbers(String name) {
        return numbers.computeIfAbsent(
                name,
                key -> items(key).stream()
                        .flatMap(node -> whole(key, node).stream())
                        .toList());
    }

    private List<Node> items(String name) {
        Optional<Node> node = node(name);
        if (node.isPresent() && node.get() instanceof Items items) {
            return items.nodes();
        }
        node.ifPresent(other ->
                problems.error("wrong-shape", other.place(), "%s is a list, not %s".formatted(name, other.kind())));
        return List.of();
    }

    /** A part of the file. */
    Optional<HubConfig> part(String name) {
        return part.computeIfAbsent(
                name, key -> node(key).filter(Mapping.class::isInstance).map(found -> of((Mapping) found)));
    }

    /** The parts of a list. */
    List<HubConfig> parts(String name) {
        return parts.computeIfAbsent(
                name,
                key -> items(key).stream()
                        .filter(Mapping.class::isInstance)
                        .map(found -> of((Mapping) found))
                        .toList());
    }

    private HubConfig of(Mapping within) {
        return new HubConfig(within, Map.of(), problems);
    }

    /** Reports what the shape cannot say, at the key that says it. */
    void refuse(String code, String key, String message) {
        problems.error(code, file.get(key).map(Node::place).orElse(file.place()), message);
    }

    private Optional<Integer> whole(String key, Node node) {
        if (node instanceof Text text && text.value().matches("\\d{1,9}")) {
            return Optional.of(Integer.valueOf(text.value()));
        }
        String code = node instanceof Text ? "not-a-count" : "wrong-shape";
        problems.error(code, node.place(), "%s is a whole number, not %s".formatted(key, node.kind()));
        return Optional.empty();
    }

    int width() {
        return count(WIDTH);
    }

    int heads() {
        return count(HEADS);
    }

    /** Key and value heads: as many as heads where nothing is said. */
    int kvHeads() {
        return count(heads(), KV_HEADS);
    }

    int headDim() {
        int heads = heads();
        return optional(HEAD_DIM).orElseGet(() -> heads == 0 ? 0 : width() / heads);
    }
}
