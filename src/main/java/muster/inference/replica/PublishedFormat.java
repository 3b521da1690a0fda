package muster.inference.replica;

import java.util.Optional;
import muster.document.yaml.Text;
import muster.format.Encoding;
import muster.hardware.Chip;
import muster.model.Architecture;

/** The format that a model is published in, which it is served in unless another is asked for. */
public final class PublishedFormat {
    /** The word for it in the place of a format. */
    public static final String WORD = "published";

    private PublishedFormat() {}

    static boolean isMeant(Text formats) {
        return formats.value().equals(WORD);
    }

    /** The encodings of a model on a chip: multiplied in its format, or at 16 bits where the chip does not multiply in it. */
    static Encodings on(Architecture model, Chip chip) {
        Encodings published = Encodings.of(model.weightFormat());
        return multiplies(published, chip) ? published : published.multipliedWide();
    }

    private static boolean multiplies(Encodings encodings, Chip chip) {
        return encodings.activations().wide()
                || chip.rate(encodings.activations().format()).isPresent();
    }

    /**
     * What is to be said of the format that a model is served in; nothing where it is published, and served, at 16 bits.
     *
     * @param formats what was asked for
     * @param served what it came to
     */
    static Optional<String> note(Architecture model, Text formats, Encodings served, Chip chip) {
        Encoding published = model.weightFormat();
        if (!isMeant(formats)) {
            return served.weights() == published
                    ? Optional.empty()
                    : Optional.of(
                            "the model is published in %s, and %s was asked for".formatted(published, formats.value()));
        }
        if (published.wide()) {
            return Optional.empty();
        }
        return Optional.of(
                multiplies(Encodings.of(published), chip)
                        ? "served in %s, in which the model is published".formatted(published)
                        : "served in %s, in which the model is published, and multiplied at 16 bits, since the chip has no rate in it"
                                .formatted(published));
    }
}
