package muster.model.huggingface;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import muster.diagnostic.Nearest;
import muster.document.yaml.Mapping;
import muster.document.yaml.Text;

/** What is said of a kind of model that is not known. */
final class UnknownKind {
    // More names are read by nobody.
    private static final int MOST = 8;
    private static final List<String> KNOWN = List.of(
            "architectures",
            "hidden_size",
            "num_hidden_layers",
            "num_attention_heads",
            "num_key_value_heads",
            "head_dim",
            "intermediate_size",
            "vocab_size",
            "max_position_embeddings",
            "sliding_window",
            "moe_intermediate_size",
            "num_experts",
            "num_experts_per_tok",
            "num_local_experts",
            "n_routed_experts",
            "n_shared_experts",
            "first_k_dense_replace",
            "q_lora_rank",
            "kv_lora_rank",
            "qk_rope_head_dim",
            "qk_nope_head_dim",
            "v_head_dim");
    // Nothing of these is in a shape.
    private static final String ELSEWHERE =
            ".*(token_id|token_index|_eps|epsilon|dropout|pdrop|initializer|rope|rotary|version|scale|scaling|factor|coef|loss|cache|temperature|softcap|std|beam|length|top_p|top_k|return|groups?|group_size|bos|eos|pad|pretraining_tp)$|^_.*|.*rope.*";

    private UnknownKind() {}

    /**
     * The message: the kind, what in its file has no counterpart here, and what can be done.
     *
     * @param name the kind as the file has it
     * @param config the keys of its language model
     */
    static String message(String name, Mapping config) {
        return "models of the kind '%s' are not known%s.%s --rough counts it from the keys that most kinds have, a shape can be written as YAML, and muster catalog import hf --kinds lists the %s kinds that are known"
                .formatted(
                        name, unread(config), misspelt(name), ModelKinds.names().size());
    }

    // Of a name that is no other maker's: one or two letters off, and as many digits in it.
    private static String misspelt(String name) {
        String asked = name.toLowerCase(Locale.ROOT);
        Optional<String> near = Nearest.to(asked, ModelKinds.names())
                .filter(kind -> kind.replaceAll("[^0-9]", "").equals(asked.replaceAll("[^0-9]", ""))
                        && kind.split("_", -1).length == asked.split("_", -1).length
                        && Math.abs(kind.length() - asked.length()) <= 1);
        return near.map(kind -> " Maybe a misspelling of %s?".formatted(kind)).orElse("");
    }

    private static String unread(Mapping config) {
        List<String> keys = config.members().entrySet().stream()
                .filter(member -> !KNOWN.contains(member.getKey())
                        && !member.getKey().matches(ELSEWHERE)
                        && !(member.getValue().value() instanceof Text text
                                && !text.value().matches("\\d{1,9}")))
                .map(member -> member.getKey())
                .toList();
        return keys.isEmpty()
                ? ""
                : ", nor what its %s mean%s"
                        .formatted(
                                keys.stream().limit(MOST).collect(Collectors.joining(", ")),
                                keys.size() > MOST ? " (and %s more)".formatted(keys.size() - MOST) : "");
    }
}
