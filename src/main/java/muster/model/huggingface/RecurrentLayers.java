package muster.model.huggingface;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.document.yaml.Text;
import muster.model.layer.GatedDelta;
import muster.model.layer.KimiDelta;
import muster.model.layer.Lightning;
import muster.model.layer.Mamba1;
import muster.model.layer.Mamba2;
import muster.model.layer.Mixer;

/** Layers with a state, beside layers of attention or in their place. */
final class RecurrentLayers {
    private static final int FULL_EVERY = 4;
    private static final String TYPES = "layers_block_type";
    private static final String PATTERN = "hybrid_override_pattern";

    private RecurrentLayers() {}

    /** Qwen3-Next and Qwen3.5: every fourth layer is attention, and the others have a state. */
    static LayerReader<Mixer> gatedDelta(LayerReader<Mixer> attention) {
        return (config, layer) -> attends(config, layer)
                ? attention.of(config, layer)
                : List.of(new GatedDelta(
                        config.count("linear_num_key_heads"),
                        config.count("linear_num_value_heads"),
                        config.count("linear_key_head_dim"),
                        config.count("linear_value_head_dim"),
                        config.count("linear_conv_kernel_dim")));
    }

    private static boolean attends(HubConfig config, int layer) {
        List<Text> types = config.words("layer_types");
        return layer < types.size()
                ? Windows.FULL.contains(types.get(layer).value())
                : (layer + 1) % Math.max(1, config.count(FULL_EVERY, "full_attention_interval")) == 0;
    }

    /** Kimi Linear and K3: the layers that the file lists, from 1, have a state. */
    static List<Mixer> kimi(HubConfig config, int layer) {
        Optional<HubConfig> linear = config.part("linear_attn_config");
        return linear.filter(part -> part.numbers("kda_layers").contains(layer + 1))
                .<List<Mixer>>map(part -> List.of(new KimiDelta(
                        part.count("num_heads"),
                        part.count("head_dim"),
                        part.truth(false, "use_full_rank_gate"),
                        part.count(4, "short_conv_kernel_size"))))
                .orElseGet(() -> LatentLayers.latent(config, layer));
    }

    /** MiniMax-Text-01: lightning attention in the layers that the file lists. */
    static List<Mixer> lightning(HubConfig config, int layer) {
        List<Text> types = config.words("layer_types");
        boolean linear = layer < types.size()
                ? types.get(layer).value().equals("linear_attention")
                : config.at(layer, "attn_type_list").orElse(1) == 0;
        return linear
                ? List.of(new Lightning(config.heads(), config.headDim()))
                : GroupedLayers.plain().of(config, layer);
    }

    /** Nemotron-H: a letter for each layer, of which M is a state and a star is attention. */
    static List<Mixer> nemotron(HubConfig config, int layer) {
        return switch (letter(config, layer)) {
            case 'M' ->
                List.of(new Mamba2(
                        config.count("mamba_num_heads"),
                        config.count("mamba_head_dim"),
                        config.count("ssm_state_size"),
                        config.count("n_groups"),
                        config.count(4, "conv_kernel")));
            case '*' -> GroupedLayers.plain().of(config, layer);
            default -> List.of();
        };
    }

    /** How many layers Nemotron-H lists, where it does. */
    static Optional<Integer> listed(HubConfig config) {
        int types = config.words(TYPES).size();
        return types > 0
                ? Optional.of(types)
                : config.word(PATTERN).map(pattern -> pattern.value().length());
    }

    /** What a layer of Nemotron-H is: M a state, * attention, - a dense block, E experts. */
    static char letter(HubConfig config, int layer) {
        List<Text> types = config.words(TYPES);
        if (layer < types.size()) {
            return switch (types.get(layer).value()) {
                case "mamba" -> 'M';
                case "attention" -> '*';
                case "moe" -> 'E';
                default -> '-';
            };
        }
        String pattern = config.word(PATTERN).map(Text::value).orElse("");
        return layer < pattern.length() ? pattern.charAt(layer) : ' ';
    }

    /** Jamba: one layer of attention in so many, and states else. */
    static List<Mixer> jamba(HubConfig config, int layer) {
        int period = Math.max(1, config.count("attn_layer_period"));
        return layer % period == config.count("attn_layer_offset")
                ? GroupedLayers.plain().of(config, layer)
                : List.of(new Mamba1(
                        config.count("mamba_expand") * config.width(),
                        config.count("mamba_d_state"),
                        config.word("mamba_dt_rank")
                                .filter(rank -> rank.value().matches("\\d{1,9}"))
                                .map(rank -> Integer.valueOf(rank.value()))
                                .orElseGet(() -> (config.width() + 15) / 16),
                        config.count("mamba_d_conv")));
    }

    /** Granite 4 and Bamba: states but in the layers that are listed as attention. */
    static List<Mixer> granite(HubConfig config, int layer) {
        List<Text> types = config.words("layer_types");
        boolean attends = layer < types.size()
                ? Windows.FULL.contains(types.get(layer).value())
                : config.numbers("attn_layer_indices").contains(layer);
        return attends ? GroupedLayers.plain().of(config, layer) : List.of(mamba2(config));
    }

    /** Falcon-H1: both side by side in every layer. */
    static List<Mixer> besides(HubConfig config, int layer) {
        return Stream.concat(GroupedLayers.plain().of(config, layer).stream(), Stream.of(mamba2(config)))
                .toList();
    }

    /** Mamba: states alone. */
    static List<Mixer> mamba1(HubConfig config, int layer) {
        return List.of(new Mamba1(
                config.count(HubConfig.INNER),
                config.count("state_size"),
                config.count("time_step_rank"),
                config.count(4, "conv_kernel")));
    }

    /** Mamba-2: states alone. */
    static List<Mixer> mamba2(HubConfig config, int layer) {
        return List.of(new Mamba2(
                config.count("num_heads"),
                config.count("head_dim"),
                config.count("state_size"),
                config.count(1, "n_groups"),
                config.count(4, "conv_kernel")));
    }

    private static Mixer mamba2(HubConfig config) {
        int heads = config.count("mamba_n_heads");
        int inner = config.optional("mamba_d_ssm").orElseGet(() -> config.count(2, "mamba_expand") * config.width());
        return new Mamba2(
                heads,
                config.word("mamba_d_head")
                        .filter(size -> size.value().matches("\\d{1,9}"))
                        .map(size -> Integer.valueOf(size.value()))
                        .orElseGet(() -> inner / Math.max(1, heads)),
                config.count("mamba_d_state"),
                config.count("mamba_n_groups"),
                config.count(4, "mamba_d_conv"));
    }
}
