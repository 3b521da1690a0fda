package muster.model;

import muster.model.layer.Attention;
import muster.model.layer.FeedForward;
import muster.model.layer.Mixed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import muster.diagnostic.Nearest;
import muster.diagnostic.Problems;
import muster.document.yaml.Items;
import muster.document.yaml.Mapping;
import muster.document.yaml.Node;
import muster.document.yaml.Text;

/**
 * The shape of a model as a {@code config.json} of Hugging Face describes it. Each kind of model has conventions that its file
 * does not write, as norms of heads and biases; a kind that is not known here is refused and never guessed.
 */
public final class HuggingFace {
    private static final Set<String> LLAMA = Set.of("llama", "mistral", "ministral");
    private static final Set<String> DEEPSEEK = Set.of("deepseek_v2", "deepseek_v3", "kimi_k2", "glm_moe_dsa");
    private static final Set<String> KNOWN = known();

    private final Mapping config;
    private final String kind;
    private final Problems problems;

    private HuggingFace(Mapping config, String kind, Problems problems) {
        this.config = config;
        this.kind = kind;
        this.problems = problems;
    }

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(LLAMA);
        known.addAll(DEEPSEEK);
        known.addAll(List.of(
                "mixtral",
                "qwen2",
                "qwen3",
                "qwen3_moe",
                "gemma2",
                "gemma3_text",
                "gpt_oss",
                "minimax_m2",
                "gptj",
                "gpt2"));
        return known;
    }

    /**
     * The model that a file describes; what is missing, of a wrong form or not known is reported where it stands.
     *
     * @param config the content of the file; a model with images has its language model in {@code text_config}
     */
    public static Optional<Architecture> architecture(Mapping config, Problems problems) {
        Mapping text = config.get("text_config")
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .orElse(config);
        Optional<Text> kind = text.text("model_type").or(() -> config.text("model_type"));
        if (kind.isEmpty()) {
            problems.error("missing-key", text.place(), "model_type is missing, as in \"model_type\": \"llama\"");
            return Optional.empty();
        }
        String name = kind.get().value().toLowerCase(Locale.ROOT);
        if (!KNOWN.contains(name)) {
            problems.error(
                    "unknown-word",
                    kind.get().place(),
                    "models of the kind '%s' are not known; there are %s.%s A shape can be written as YAML"
                            .formatted(name, String.join(", ", KNOWN), Nearest.maybe(name, KNOWN)));
            return Optional.empty();
        }
        return new HuggingFace(text, name, problems).read(config);
    }

    private Optional<Architecture> read(Mapping whole) {
        int before = problems.reports();
        int layers = count(config, name("num_hidden_layers", "n_layer"));
        int width = count(config, name("hidden_size", "n_embd"));
        int vocabulary = count(config, "vocab_size");
        Optional<Attention> attention = built(this::attention);
        Optional<FeedForward> feedForward = built(() -> feedForward(layers, width));
        if (problems.reports() > before || attention.isEmpty() || feedForward.isEmpty()) {
            return Optional.empty();
        }
        boolean layerNorm = kind.equals("gptj") || kind.equals("gpt2");
        return built(() -> new Architecture(
                "as in " + config.place().file(),
                Optional.empty(),
                Optional.of(new Shape(
                        layers,
                        width,
                        vocabulary,
                        tied(whole),
                        kind.equals("gpt2") ? count(config, "n_positions") : 0,
                        kind.startsWith("gemma") ? 4 : kind.equals("gptj") ? 1 : 2,
                        layerNorm,
                        attention.get(),
                        feedForward.get())),
                optional(name("max_position_embeddings", "n_positions")).orElse(0),
                kind.equals("gpt_oss") ? Architecture.Quantized.EXPERTS : Architecture.Quantized.ALL,
                muster.format.Encoding.BF16,
                Optional.empty(),
                Optional.empty(),
                PriorTraining.UNSAID,
                Optional.empty(),
                0,
                Optional.empty(),
                false));
    }

    /** What a record refuses is reported where the file begins. */
    private <T> Optional<T> built(java.util.function.Supplier<T> supplier) {
        int before = problems.reports();
        try {
            T made = supplier.get();
            return problems.reports() > before ? Optional.empty() : Optional.of(made);
        } catch (IllegalArgumentException refusal) {
            // A value that is missing or of a wrong form was reported already, and stands in as 0.
            if (problems.reports() == before) {
                problems.error("inconsistent", config.place(), "the shape: %s".formatted(refusal.getMessage()));
            }
            return Optional.empty();
        }
    }

    private String name(String usual, String old) {
        return kind.equals("gptj") || kind.equals("gpt2") ? old : usual;
    }

    // Gemma and GPT-2 tie unless they say otherwise; the others do not.
    private boolean tied(Mapping whole) {
        boolean byDefault = kind.startsWith("gemma") || kind.equals("gpt2");
        return truth(config, "tie_word_embeddings")
                .or(() -> truth(whole, "tie_word_embeddings"))
                .orElse(byDefault);
    }

    private Attention attention() {
        int heads = count(config, name("num_attention_heads", "n_head"));
        if (DEEPSEEK.contains(kind)) {
            return new Attention.Latent(
                    heads,
                    optional("q_lora_rank").orElse(0),
                    count(config, "kv_lora_rank"),
                    count(config, "qk_rope_head_dim"),
                    count(config, "qk_nope_head_dim"),
                    count(config, "v_head_dim"));
        }
        int kvHeads = optional("num_key_value_heads").orElse(heads);
        int headDim = optional("head_dim")
                .orElseGet(() -> heads == 0 ? 0 : count(config, name("hidden_size", "n_embd")) / heads);
        return new Attention.Grouped(
                heads, kvHeads, headDim, biases(), headNorm(), kind.equals("gpt_oss"), false, windows());
    }

    private Attention.Biases biases() {
        if (kind.equals("gpt_oss") || kind.equals("gpt2")) {
            return Attention.Biases.ALL;
        }
        boolean stated = truth(config, "attention_bias").orElse(false);
        return kind.equals("qwen2") ? Attention.Biases.QKV : stated ? Attention.Biases.ALL : Attention.Biases.NONE;
    }

    private Attention.HeadNorm headNorm() {
        return switch (kind) {
            case "qwen3", "qwen3_moe", "gemma3_text" -> Attention.HeadNorm.HEAD;
            case "minimax_m2" -> Attention.HeadNorm.ALL_HEADS;
            default -> Attention.HeadNorm.NONE;
        };
    }

    // Which layers are windowed is written out, or follows from the kind of model.
    private Optional<Mixed> windows() {
        Optional<Integer> window = optional("sliding_window");
        boolean off =
                kind.startsWith("qwen") && !truth(config, "use_sliding_window").orElse(false);
        if (window.isEmpty() || off) {
            return Optional.empty();
        }
        int layers = count(config, "num_hidden_layers");
        int full = config.get("layer_types")
                .filter(Items.class::isInstance)
                .map(types -> full((Items) types))
                .orElseGet(() -> switch (kind) {
                    case "gemma2", "gpt_oss" -> layers / 2;
                    case "gemma3_text" ->
                        layers / optional("sliding_window_pattern").orElse(6);
                    default -> 0;
                });
        return full >= layers ? Optional.empty() : Optional.of(new Mixed.Window(full, window.get()));
    }

    private static int full(Items types) {
        return (int) types.nodes().stream()
                .filter(type -> type instanceof Text text && text.value().equals("full_attention"))
                .count();
    }

    private FeedForward feedForward(int layers, int width) {
        Optional<Integer> experts = optional("num_local_experts")
                .or(() -> optional("n_routed_experts"))
                .or(() -> optional("num_experts"));
        if (experts.isEmpty()) {
            boolean plain = kind.equals("gptj") || kind.equals("gpt2");
            int inner = plain ? optional("n_inner").orElse(4 * width) : count(config, "intermediate_size");
            return new FeedForward.Dense(inner, !plain, plain);
        }
        int dense = DEEPSEEK.contains(kind) ? optional("first_k_dense_replace").orElse(0) : 0;
        boolean own = config.get("moe_intermediate_size").isPresent();
        return new FeedForward.Experts(
                experts.get(),
                count(
                        config,
                        config.get("num_experts_per_tok").isPresent() ? "num_experts_per_tok" : "experts_per_token"),
                count(config, own ? "moe_intermediate_size" : "intermediate_size"),
                DEEPSEEK.contains(kind) ? optional("n_shared_experts").orElse(0) : 0,
                Math.min(dense, layers),
                dense > 0 ? count(config, "intermediate_size") : 0,
                true,
                kind.equals("gpt_oss"),
                kind.equals("minimax_m2") || (DEEPSEEK.contains(kind) && !kind.equals("deepseek_v2")),
                false);
    }

    private int count(Mapping mapping, String key) {
        Optional<Node> node = mapping.get(key);
        if (node.isEmpty()) {
            problems.error("missing-key", mapping.place(), "%s is missing (a whole number)".formatted(key));
            return 0;
        }
        return whole(key, node.get()).orElse(0);
    }

    private Optional<Integer> optional(String key) {
        return config.get(key)
                .filter(node -> !(node instanceof Text text && text.value().equals("null")))
                .flatMap(node -> whole(key, node));
    }

    private Optional<Integer> whole(String key, Node node) {
        if (node instanceof Text text && text.value().matches("\\d{1,9}")) {
            return Optional.of(Integer.valueOf(text.value()));
        }
        String code = node instanceof Text ? "not-a-count" : "wrong-shape";
        problems.error(code, node.place(), "%s is a whole number, not %s".formatted(key, node.kind()));
        return Optional.empty();
    }

    private Optional<Boolean> truth(Mapping mapping, String key) {
        Optional<Text> text = mapping.text(key);
        text.filter(value -> !value.value().matches("true|false"))
                .ifPresent(value -> problems.error(
                        "unknown-word", value.place(), "%s is true or false, not '%s'".formatted(key, value.value())));
        return text.map(value -> value.value().equals("true"));
    }
}
