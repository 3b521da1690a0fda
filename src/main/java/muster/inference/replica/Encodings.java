package muster.inference.replica;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.diagnostic.Nearest;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.format.Encoding;

/**
 * How weights, activations and KV cache are stored.
 *
 * @param weights of the layers; embedding and output layer stay at 16 bits
 * @param activations as they enter a matrix product; the chip multiplies in their format
 * @param cache of keys and values
 */
public record Encodings(Encoding weights, Encoding activations, Encoding cache) {
    private static final List<String> PARTS = List.of("weights", "activations", "cache");
    private static final String WEIGHTS_ALONE = "w4a16";

    /** The same, multiplied at 16 bits. */
    public Encodings multipliedWide() {
        return new Encodings(weights, Encoding.BF16, cache);
    }

    /** The same with weights in another format. */
    public Encodings storing(Encoding other) {
        return new Encodings(other, activations, cache);
    }

    /** What is meant by the name of an encoding alone, as engines serve it. */
    public static Encodings of(Encoding named) {
        return switch (named) {
            case BF16, FP16, FP8, INT8 -> new Encodings(named, named, named);
            case FP4, MXFP4 -> new Encodings(named, named, Encoding.FP8);
            case INT4, INT4_G32 -> new Encodings(named, Encoding.BF16, Encoding.BF16);
        };
    }

    /**
     * The encodings that a text names: {@code fp8}, {@code w4a16}, or {@code weights=int4,activations=bf16,cache=fp8}, of which
     * what is left out follows the weights.
     */
    public static Optional<Encodings> parse(Text text, Problems problems) {
        if (!text.value().contains("=")) {
            return (text.value().equals(WEIGHTS_ALONE)
                            ? Optional.of(Encoding.INT4)
                            : encoding(text.value(), text, problems))
                    .map(Encodings::of);
        }
        Map<String, Encoding> parts = new LinkedHashMap<>();
        int before = problems.reports();
        for (String part : text.value().split(",", -1)) {
            String[] sides = part.strip().split("=", 2);
            if (sides.length < 2 || !PARTS.contains(sides[0].strip())) {
                problems.error(
                        "formats",
                        text.place(),
                        "'%s' is not weights=, activations= or cache= with a format.%s"
                                .formatted(part, Nearest.maybe(sides[0].strip(), PARTS)));
            } else {
                encoding(sides[1].strip(), text, problems).ifPresent(named -> parts.put(sides[0].strip(), named));
            }
        }
        Optional<Encoding> weights = Optional.ofNullable(parts.get("weights"));
        if (weights.isEmpty() && problems.reports() == before) {
            problems.error("formats", text.place(), "weights= is missing, as in weights=fp8,cache=bf16");
        }
        return weights.filter(named -> problems.reports() == before)
                .map(named -> Encodings.of(named).with(parts));
    }

    private Encodings with(Map<String, Encoding> parts) {
        return new Encodings(
                weights, parts.getOrDefault("activations", activations), parts.getOrDefault("cache", cache));
    }

    private static Optional<Encoding> encoding(String name, Text text, Problems problems) {
        List<String> names = new ArrayList<>();
        for (Encoding encoding : Encoding.values()) {
            if (encoding.toString().equals(name)) {
                return Optional.of(encoding);
            }
            names.add(encoding.toString());
        }
        names.add(WEIGHTS_ALONE);
        problems.error(
                "formats",
                text.place(),
                "'%s' is not a format; there are %s, or weights=..,activations=..,cache=...%s"
                        .formatted(name, String.join(", ", names), Nearest.maybe(name, names)));
        return Optional.empty();
    }

    @Override
    public String toString() {
        return weights == activations && weights == cache
                ? weights.toString()
                : "weights %s, activations %s, cache %s".formatted(weights, activations, cache);
    }
}
