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
 * @param smooth whether activations are brought into 8-bit integers too (SmoothQuant), where weights are such
 */
record WeightStorage(Encoding encoding, OptionalDouble bytes, Optional<ScaleLayout> scales, boolean smooth) {
    private static final Map<String, WeightStorage> NAMED = named();

    private WeightStorage(Encoding encoding, OptionalDouble bytes) {
        this(encoding, bytes, Optional.empty(), false);
    }

    private static Map<String, WeightStorage> named() {
        Map<String, WeightStorage> named = new TreeMap<>();
        for (Encoding encoding : Encoding.values()) {
            named.put(encoding.toString(), new WeightStorage(encoding, OptionalDouble.empty()));
        }
        named.put("int8-sq", new WeightStorage(Encoding.INT8, OptionalDouble.empty(), Optional.empty(), true));
        named.put("nvfp4", new WeightStorage(Encoding.FP4, OptionalDouble.empty()));
        for (ScaleLayout scales : ScaleLayout.values()) {
            named.put(
                    "fp8-" + scales,
                    new WeightStorage(Encoding.FP8, OptionalDouble.empty(), Optional.of(scales), false));
        }
        // Blocks of 32 share a scale of 8 bits.
        named.put("mxfp8", new WeightStorage(Encoding.FP8, OptionalDouble.of(1 + 1 / 32.0)));
        // Weights as MXFP4, multiplied with activations at 8 bits.
        named.put("mxfp4-fp8", new WeightStorage(Encoding.MXFP4, OptionalDouble.empty()));
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
     * @param cache the format of the KV cache; empty for the usual one
     */
    Encodings on(Chip chip, String cache) {
        Encoding activations = activations(chip);
        Encoding keys = switch (cache) {
            case "fp8", "int8" -> Encoding.FP8;
            case "" -> encoding == Encoding.FP8 || encoding == Encoding.FP4 ? Encoding.FP8 : Encoding.BF16;
            default -> Encoding.BF16;
        };
        return new Encodings(encoding, activations, keys);
    }

    private Encoding activations(Chip chip) {
        boolean eight = chip.rate(Format.FP8).isPresent();
        boolean four = chip.rate(Format.FP4).isPresent();
        return switch (encoding) {
            case FP8 -> eight ? Encoding.FP8 : Encoding.BF16;
            case FP4 -> four ? Encoding.FP4 : Encoding.BF16;
            // Engines multiply MXFP4 weights with 8-bit activations, on chips that scale blocks.
            case MXFP4 -> four ? Encoding.FP8 : Encoding.BF16;
            case INT8 -> smooth && chip.rate(Format.INT8).isPresent() ? Encoding.INT8 : Encoding.BF16;
            default -> Encoding.BF16;
        };
    }
}
