package muster.model.huggingface;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import muster.document.yaml.Items;
import muster.document.yaml.Mapping;
import muster.document.yaml.Node;
import muster.document.yaml.Text;
import muster.format.Encoding;
import muster.model.ScaleLayout;

/**
 * The number format in which weights are published.
 *
 * @param encoding the format
 * @param expertsOnly whether attention is left in 16 bits, so that experts alone have it
 * @param scales how 8-bit numbers are scaled
 * @param unclear what of it is not understood
 */
record StoredFormat(Encoding encoding, boolean expertsOnly, ScaleLayout scales, Optional<String> unclear) {
    private static final StoredFormat WIDE =
            new StoredFormat(Encoding.BF16, false, ScaleLayout.TENSOR, Optional.empty());
    // Blocks of so many numbers share a scale in the formats of 4 bits.
    private static final int FINE = 32;
    private static final int FINEST = 16;
    private static final List<String> LEFT_OUT =
            List.of("modules_to_not_convert", "ignore", "ignored_layers", "exclude_modules");
    private static final List<String> NAMES = List.of("quant_algo", "quant_method");

    /**
     * What files say: {@code hf_quant_config.json} where it stands beside, else {@code quantization_config} in the file.
     *
     * @param config the keys of the language model
     * @param whole the whole file
     * @param beside the other file
     */
    static StoredFormat of(Mapping config, Mapping whole, Optional<Mapping> beside) {
        Optional<Mapping> said = Stream.of(
                        part(whole, "quantization_config"),
                        part(config, "quantization_config"),
                        beside.flatMap(file -> part(file, "quantization")))
                .flatMap(Optional::stream)
                .reduce((first, next) -> merged(first, next));
        if (word(config, "expert_dtype")
                        .or(() -> word(whole, "expert_dtype"))
                        .filter("fp4"::equals)
                        .isPresent()
                && said.filter(part -> part.get("quantized_layers").isPresent()).isEmpty()) {
            return new StoredFormat(Encoding.MXFP4, true, ScaleLayout.TENSOR, Optional.empty());
        }
        return said.map(StoredFormat::read).orElse(WIDE);
    }

    private static Mapping merged(Mapping first, Mapping next) {
        Map<String, Mapping.Member> members = new LinkedHashMap<>(first.members());
        members.putAll(next.members());
        return first.with(members);
    }

    private static StoredFormat read(Mapping said) {
        Optional<Encoding> encoding = mixed(said).or(() -> weights(said)).or(() -> named(said));
        boolean experts = partly(said);
        // Files that scale whole tensors or rows do not have the key.
        ScaleLayout scales = said.get("weight_block_size").isPresent() ? ScaleLayout.BLOCK : ScaleLayout.TENSOR;
        return encoding.map(found -> new StoredFormat(found, experts, scales, Optional.empty()))
                .orElseGet(() -> new StoredFormat(
                        Encoding.BF16,
                        false,
                        ScaleLayout.TENSOR,
                        Optional.of("its quantization_config (%s) is not understood, and weights are taken as bf16"
                                .formatted(NAMES.stream()
                                        .flatMap(name -> word(said, name).stream())
                                        .findFirst()
                                        .orElse("without a quant_method")))));
    }

    // Layers of several formats: that of the experts, or of most of them.
    private static Optional<Encoding> mixed(Mapping said) {
        Optional<Mapping> layers = part(said, "quantized_layers");
        if (layers.isEmpty()) {
            return Optional.empty();
        }
        Map<Encoding, Integer> counted = new LinkedHashMap<>();
        layers.get().members().forEach((name, member) -> {
            if (member.value() instanceof Mapping layer) {
                int weight = name.contains("expert") ? layers.get().members().size() : 1;
                named(layer).ifPresent(format -> counted.merge(format, weight, Integer::sum));
            }
        });
        return counted.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    // By bits and kind of number, as compressed-tensors and modelopt write them; of several groups the narrowest.
    private static Optional<Encoding> weights(Mapping said) {
        return groups(said).stream().min(Comparator.comparingDouble(Encoding::bytes));
    }

    private static List<Encoding> groups(Mapping said) {
        List<Encoding> found = new ArrayList<>();
        part(said, "config_groups")
                .ifPresent(groups -> groups.members().values().stream()
                        .map(Mapping.Member::value)
                        .filter(Mapping.class::isInstance)
                        .flatMap(group -> part((Mapping) group, "weights").stream())
                        .forEach(weights -> bits(
                                        word(weights, "num_bits").orElse(""),
                                        word(weights, "type").orElse("int").equals("float"),
                                        group(weights))
                                .ifPresent(found::add)));
        return found;
    }

    private static Optional<Encoding> named(Mapping said) {
        int group = group(said);
        String bits = word(said, "bits").or(() -> word(said, "w_bit")).orElse("4");
        return NAMES.stream()
                .flatMap(name -> word(said, name).stream())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .flatMap(word -> method(said, word, bits, group).stream())
                .findFirst();
    }

    private static Optional<Encoding> method(Mapping said, String word, String bits, int group) {
        if (word.contains("mxfp4")) {
            return Optional.of(Encoding.MXFP4);
        }
        if (word.contains("nvfp4") || word.equals("modelopt_fp4")) {
            return Optional.of(Encoding.FP4);
        }
        if (word.contains("w4a") || word.contains("int4")) {
            return bits("4", false, group);
        }
        if (word.contains("fp8")) {
            return Optional.of(Encoding.FP8);
        }
        if (word.contains("int8") || word.equals("w8a8_sq_per_channel")) {
            return Optional.of(Encoding.INT8);
        }
        if (word.contains("awq") || word.contains("gptq") || word.equals("auto-round") || word.equals("autoround")) {
            return bits(bits, false, group);
        }
        return word.equals("bitsandbytes")
                ? bits(word(said, "load_in_8bit").filter("true"::equals).isPresent() ? "8" : "4", false, group)
                : Optional.empty();
    }

    private static Optional<Encoding> bits(String bits, boolean floating, int group) {
        return switch (bits) {
            case "8" -> Optional.of(floating ? Encoding.FP8 : Encoding.INT8);
            case "4" ->
                Optional.of(
                        floating
                                ? group == FINEST ? Encoding.FP4 : Encoding.MXFP4
                                : group > 0 && group <= FINE ? Encoding.INT4_G32 : Encoding.INT4);
            default -> Optional.empty();
        };
    }

    private static int group(Mapping said) {
        return word(said, "group_size")
                .or(() -> word(said, "q_group_size"))
                .filter(size -> size.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    // Whether what is left out, or what is named as taken, says that attention stays wide.
    private static boolean partly(Mapping said) {
        List<String> names = LEFT_OUT.stream()
                .flatMap(key -> said.get(key).stream())
                .filter(Items.class::isInstance)
                .flatMap(list -> ((Items) list).nodes().stream())
                .filter(Text.class::isInstance)
                .map(name -> ((Text) name).value())
                .toList();
        boolean quantized = part(said, "quantized_layers")
                .filter(layers -> layers.members().keySet().stream().noneMatch(name -> name.contains("attn")))
                .isPresent();
        boolean several = groups(said).stream().distinct().count() > 1;
        return several || quantized || names.stream().anyMatch(StoredFormat::attention);
    }

    // Its matrices: norms stay wide in any format, and so does an index.
    private static boolean attention(String name) {
        return name.matches(".*(attn|\\b(q|qkv|q_a|q_b)_proj)\\W*");
    }

    private static Optional<Mapping> part(Mapping mapping, String key) {
        return mapping.get(key).filter(Mapping.class::isInstance).map(Mapping.class::cast);
    }

    private static Optional<String> word(Mapping mapping, String key) {
        Optional<Node> node = mapping.get(key);
        return node.filter(Text.class::isInstance)
                .map(text -> ((Text) text).value())
                .filter(value -> !value.equals("null"));
    }
}
