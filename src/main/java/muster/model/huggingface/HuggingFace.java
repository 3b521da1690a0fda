package muster.model.huggingface;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.diagnostic.Problems;
import muster.document.yaml.Items;
import muster.document.yaml.Mapping;
import muster.document.yaml.Text;
import muster.model.Architecture;
import muster.model.PriorTraining;
import muster.model.Shape;
import muster.model.layer.FeedForward;
import muster.model.layer.Mixer;

/**
 * The shape of a model as a {@code config.json} of Hugging Face describes it. Each kind of model has conventions that its file does
 * not write, as norms of heads and biases. A kind that is not known is refused with what is missing, and never guessed unless that
 * is asked for.
 */
public final class HuggingFace {
    // A model has some hundreds at most.
    private static final int MOST_LAYERS = 10_000;
    private static final List<String> WITHIN = List.of("text_config", "llm_config", "language_config");
    private static final String[] AHEAD = {
        "num_nextn_predict_layers", "mtp_num_hidden_layers", "num_mtp_modules", "num_mtp_layers"
    };

    private final Mapping whole;
    private final Mapping text;
    private final Problems problems;

    private HuggingFace(Mapping whole, Problems problems) {
        this.whole = whole;
        this.text = WITHIN.stream()
                .flatMap(key -> whole.get(key).stream())
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .findFirst()
                .orElse(whole);
        this.problems = problems;
    }

    /**
     * What a file says of a model.
     *
     * @param model the model
     * @param kind what the file calls its kind
     * @param byClass what the class of the kind says in the place of the file, as {@code head_dim 256}
     */
    public record Found(Architecture model, String kind, List<String> byClass) {
        public Found {
            byClass = List.copyOf(byClass);
        }
    }

    /**
     * The model that a file describes; what is missing, of a wrong form or not known is reported where it stands.
     *
     * @param config the content of the file; a model with images has its language model in a part, as {@code text_config}
     * @param formats the content of {@code hf_quant_config.json} beside it
     * @param rough whether a kind that is not known is counted from the keys that most kinds have
     */
    public static Optional<Found> read(Mapping config, Optional<Mapping> formats, boolean rough, Problems problems) {
        HuggingFace file = new HuggingFace(config, problems);
        return file.kind().flatMap(kind -> file.read(kind, formats, rough));
    }

    /** The kinds that are known, in order. */
    public static List<String> kinds() {
        return List.copyOf(ModelKinds.names());
    }

    private Optional<Text> kind() {
        Optional<Text> kind = Stream.of(text, whole)
                .flatMap(part -> part.text("model_type").stream())
                .filter(name -> !name.value().isEmpty())
                .findFirst()
                .or(this::byClassName);
        if (kind.isEmpty()) {
            problems.error("missing-key", text.place(), "model_type is missing, as in \"model_type\": \"llama\"");
        }
        return kind;
    }

    // As MiniCPM3ForCausalLM, of a file without model_type.
    private Optional<Text> byClassName() {
        return whole.get("architectures")
                .filter(Items.class::isInstance)
                .flatMap(list -> ((Items) list).nodes().stream().findFirst())
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .flatMap(name -> {
                    String plain = name.value().replaceAll("For.*", "").toLowerCase(Locale.ROOT);
                    return ModelKinds.names().stream()
                            .filter(kind -> kind.replace("_", "").equals(plain))
                            .findFirst()
                            .map(kind -> new Text(kind, name.place()));
                });
    }

    private Optional<Found> read(Text named, Optional<Mapping> formats, boolean rough) {
        String name = named.value().toLowerCase(Locale.ROOT);
        HubConfig config = new HubConfig(text, ClassDefaults.of(ModelKinds.plain(name)), problems);
        Optional<ModelKind> kind = ModelKinds.of(name);
        if (kind.isEmpty() && !rough) {
            problems.error("unknown-word", named.place(), UnknownKind.message(named.value(), text));
            return Optional.empty();
        }
        int before = problems.reports();
        Optional<Shape> shape = shape(config, kind.orElseGet(() -> RoughCount.of(config)));
        if (shape.isEmpty() || problems.reports() > before) {
            return Optional.empty();
        }
        StoredFormat format = StoredFormat.of(text, whole, formats);
        Optional<String> roughly = kind.isPresent()
                ? Optional.empty()
                : Optional.of(
                        "rough: models of the kind '%s' are not known, and it is counted from the keys that most kinds have"
                                .formatted(named.value()));
        boolean experts = shape.get().experts().isPresent();
        Optional<String> beside = format.expertsOnly() && !experts
                ? Optional.of("the file has its attention in another format, and it is counted in %s as the rest"
                        .formatted(format.encoding()))
                : Optional.empty();
        String caution = Stream.of(roughly, format.unclear(), beside)
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return built(() -> new Architecture(
                        "unknown",
                        Optional.empty(),
                        shape,
                        config.count(0, "max_position_embeddings", "n_positions", "max_sequence_length", "seq_length"),
                        format.expertsOnly() && experts ? Architecture.Quantized.EXPERTS : Architecture.Quantized.ALL,
                        format.encoding(),
                        format.scales(),
                        Optional.empty(),
                        Optional.empty(),
                        PriorTraining.UNSAID,
                        Optional.empty(),
                        config.count(0, AHEAD),
                        caution.isEmpty() ? Optional.empty() : Optional.of(caution),
                        false))
                .map(model -> new Found(model, named.value(), byClass(config)));
    }

    private static List<String> byClass(HubConfig config) {
        return config.taken().entrySet().stream()
                .filter(taken -> !taken.getValue().matches("true|false"))
                .map(taken -> taken.getKey() + " " + taken.getValue())
                .toList();
    }

    private Optional<Shape> shape(HubConfig config, ModelKind kind) {
        int layers = config.optional(HubConfig.LAYERS)
                .or(() -> RecurrentLayers.listed(config))
                .orElseGet(() -> config.count(HubConfig.LAYERS));
        int width = config.width();
        int vocabulary = config.count(HubConfig.VOCABULARY);
        if (layers > MOST_LAYERS) {
            config.refuse(
                    "out-of-range",
                    HubConfig.LAYERS[0],
                    "a model has at most %s layers, not %s".formatted(MOST_LAYERS, layers));
        }
        // One layer is looked at also where their number is wrong, so that what else is wrong is told.
        int counted = layers > MOST_LAYERS ? 1 : Math.max(1, layers);
        Optional<List<Mixer>> mixers = built(() -> all(kind.mixers(), config, counted));
        Optional<List<FeedForward>> blocks = built(() -> all(kind.blocks(), config, counted));
        if (mixers.isEmpty() || blocks.isEmpty()) {
            return Optional.empty();
        }
        return built(() -> new Shape(
                layers,
                width,
                vocabulary,
                tied(config),
                kind.positions()
                        .map(key -> config.count(key) + kind.morePositions())
                        .orElse(0),
                kind.norms(),
                kind.normBiases(),
                config.count(1, "hc_mult"),
                config.count(0, "hidden_size_per_layer_input"),
                LayerFolds.attention(mixers.get(), layers),
                LayerFolds.feedForward(blocks.get(), layers)));
    }

    private static <T> List<T> all(LayerReader<T> reader, HubConfig config, int layers) {
        List<T> all = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            all.addAll(reader.of(config, layer));
        }
        return all;
    }

    // A file with a part for the language model may say it there or outside.
    private boolean tied(HubConfig config) {
        HubConfig outside = new HubConfig(whole, Map.of(), problems);
        boolean saidOutside = text.get("tie_word_embeddings").isEmpty() && outside.has("tie_word_embeddings");
        return saidOutside
                ? outside.truth(false, "tie_word_embeddings")
                : config.truth(false, "tie_word_embeddings", "tie_embedding");
    }

    /** What a record refuses is reported where the file begins. */
    private <T> Optional<T> built(Supplier<T> supplier) {
        int before = problems.reports();
        try {
            T made = supplier.get();
            return problems.reports() > before ? Optional.empty() : Optional.of(made);
        } catch (IllegalArgumentException refusal) {
            // A value that is missing or of a wrong form was reported already, and stands in as 0.
            if (problems.reports() == before) {
                problems.error("inconsistent", text.place(), "the shape: %s".formatted(refusal.getMessage()));
            }
            return Optional.empty();
        }
    }
}
