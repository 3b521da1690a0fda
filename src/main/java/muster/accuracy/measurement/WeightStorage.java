package muster.accuracy.measurement;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import muster.format.Encoding;
import muster.format.Format;
import muster.hardware.Chip;
import muster.inference.replica.Encodings;
import muster.model.ScaleLayout;

/**
 * How the weights of a measured model were stored, by the names that sources use.
 *
 * @param encoding the encoding of the catalog that is nearest
 * @param bytes bytes of a weight where they are others than those of the encoding
 * @param scales how 8-bit numbers are scaled, where that is said
 * @param inputs the encoding that activations are brought into, where the name says it
 */
record WeightStorage(Encoding encoding, OptionalDouble bytes, Optional<ScaleLayout> scales, Optional<Encoding> inputs) {
    private static final Map<String, WeightStorage> NAMED = named();

    private WeightStorage(Encoding encoding, OptionalDouble bytes) {
        this(encoding, bytes, Optional.empty(), Optional.empty());
    }

    private static Map<String, WeightStorage> named() {
        Map<String, WeightStorage> named = new TreeMap<>();
        for (Encoding encoding : Encoding.values()) {
            named.put(encoding.toString(), new WeightStorage(encoding, OptionalDouble.empty()));
        }
        // SmoothQuant.
        named.put("int8-sq", multiplied(Encoding.INT8, Encoding.INT8));
        named.put("nvfp4", new WeightStorage(Encoding.FP4, OptionalDouble.empty()));
        for (ScaleLayout scales : ScaleLayout.values()) {
            named.put(
                    "fp8-" + scales,
                    new WeightStorage(Encoding.FP8, OptionalDouble.empty(), Optional.of(scales), Optional.empty()));
        }
        // Blocks of 32 share a scale of 8 bits.
        named.put("mxfp8", new WeightStorage(Encoding.FP8, OptionalDouble.of(1 + 1 / 32.0)));
        // Weights as MXFP4, multiplied with activations at 8 or at 4 bits.
        named.put("mxfp4-fp8", multiplied(Encoding.MXFP4, Encoding.FP8));
        named.put("mxfp4-mxfp4", multiplied(Encoding.MXFP4, Encoding.MXFP4));
        named.put("gptq-4bit-g128", new WeightStorage(Encoding.INT4, OptionalDouble.empty()));
        named.put("int4-awq", new WeightStorage(Encoding.INT4, OptionalDouble.empty()));
        // 4.85 bits per weight of a Llama model (llama.cpp).
        named.put("q4_k_m", new WeightStorage(Encoding.INT4, OptionalDouble.of(0.606)));
        // Groups of 8 numbers of 3 bits with a scale of 8 bits (calm).
        named.put("gf4", new WeightStorage(Encoding.INT4, OptionalDouble.of(0.5)));
        for (String bits : new String[] {"2.5", "3.0", "4.0", "5.0"}) {
            named.put(
                    "exl2-" + bits + "bpw",
                    new WeightStorage(Encoding.INT4, OptionalDouble.of(Double.parseDouble(bits) / 8)));
        }
        return named;
    }

    private static WeightStorage multiplied(Encoding weights, Encoding inputs) {
        return new WeightStorage(weights, OptionalDouble.empty(), Optional.empty(), Optional.of(inputs));
    }

    static Optional<WeightStorage> of(String name) {
        return Optional.ofNullable(NAMED.get(name));
    }

    static Set<String> names() {
        return new TreeSet<>(NAMED.keySet());
    }

    /**
     * How the model's numbers run on a chip: in the format of the weights where the chip has it and engines use it, else widened
     * to 16 bits.
     *
     * @param published the format that the model is published in
     * @param cache the format of the KV cache; empty for the usual one
     */
    Encodings on(Chip chip, Encoding published, String cache) {
        Encoding activations = activations(chip, published);
        // Checkpoints in fp8 and those with activations of 4 bits come with scales of an 8-bit cache.
        boolean scaled = encoding == Encoding.FP8 || encoding == Encoding.FP4 || activations == Encoding.MXFP4;
        Encoding keys = switch (cache) {
            case "fp8", "int8" -> Encoding.FP8;
            case "" -> scaled ? Encoding.FP8 : Encoding.BF16;
            default -> Encoding.BF16;
        };
        return new Encodings(encoding, activations, keys);
    }

    private Encoding activations(Chip chip, Encoding published) {
        Encoding meant = inputs.orElseGet(() -> usual(published));
        // Chips that do not scale blocks multiply weights of 4 bits at 16, whatever else they have.
        boolean has = chip.rate(meant.format()).isPresent()
                && (encoding != Encoding.MXFP4 || chip.rate(Format.FP4).isPresent());
        return has ? meant : Encoding.BF16;
    }

    // Models published in MXFP4 keep activations wider: gpt-oss and DeepSeek V4 multiply at 8 bits, on chips that scale
    // blocks.
    // Other models are brought into it by Quark, whose checkpoints have `weight` and `input_tensors` both in fp4 with
    // groups of 32.
    private Encoding usual(Encoding published) {
        return switch (encoding) {
            case FP8, FP4 -> encoding;
            case MXFP4 -> published == Encoding.MXFP4 ? Encoding.FP8 : Encoding.MXFP4;
            default -> Encoding.BF16;
        };
    }
}
