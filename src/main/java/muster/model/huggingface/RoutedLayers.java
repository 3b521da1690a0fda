package muster.model.huggingface;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import muster.document.yaml.Items;
import muster.document.yaml.Node;
import muster.document.yaml.Text;

/** Which layers of a model have experts. Each maker has its own keys for that, and a file has those of its maker. */
final class RoutedLayers {
    private RoutedLayers() {}

    /** Whether a layer, counted from 0, has experts; a file that says nothing has them in all. */
    static boolean has(HubConfig config, int layer) {
        return listed(config, layer).orElseGet(() -> regular(config, layer));
    }

    private static Optional<Boolean> listed(HubConfig config, int layer) {
        List<Text> types = config.words("mlp_layer_types");
        if (layer < types.size()) {
            return Optional.of(types.get(layer).value().equals("sparse"));
        }
        Optional<Node> frequency = config.node("moe_layer_freq");
        if (frequency.isPresent() && frequency.get() instanceof Items) {
            return config.at(layer, "moe_layer_freq").map(routed -> routed > 0);
        }
        List<Integer> layers = config.numbers("moe_layers");
        if (!layers.isEmpty()) {
            return Optional.of(layers.contains(layer));
        }
        return config.word("moe_layers_enum")
                .map(text -> Arrays.asList(text.value().split(",", -1)).contains(Integer.toString(layer)));
    }

    private static boolean regular(HubConfig config, int layer) {
        return layer >= config.count(0, "first_k_dense_replace", "num_dense_layers", "moe_layer_start_index")
                && layer <= last(config)
                && layer % every(config, "moe_layer_freq") == 0
                && layer % every(config, "expert_layer_period") == config.count(0, "expert_layer_offset")
                && (layer + 1) % every(config, "decoder_sparse_step") == 0
                && (layer + 1) % every(config, "interleave_moe_layer_step") == 0
                && (layer + 1) % every(config, "moe_layer_interval") == 0
                && !config.numbers("mlp_only_layers").contains(layer);
    }

    // ERNIE 4.5 writes -1 for the last.
    private static int last(HubConfig config) {
        return config.word("moe_layer_end_index")
                        .filter(end -> end.value().startsWith("-"))
                        .isPresent()
                ? Integer.MAX_VALUE
                : config.count(Integer.MAX_VALUE, "moe_layer_end_index");
    }

    private static int every(HubConfig config, String key) {
        return Math.max(1, config.count(1, key));
    }
}
