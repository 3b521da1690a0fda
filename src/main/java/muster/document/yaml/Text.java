package muster.document.yaml;

import java.util.List;
import java.util.Optional;
import muster.diagnostic.Place;
import muster.uncertainty.Source;

/**
 * A scalar, as it is written; what it means depends on the key.
 *
 * @param value the text
 * @param place where it begins
 * @param source the source named for it, or its document's default source
 * @param conflicts what other sources say
 */
public record Text(String value, Place place, Optional<Source> source, List<Conflict> conflicts) implements Node {

    /**
     * What another source says of the same thing, kept beside the value that was taken.
     *
     * @param value the other value, as it is written
     * @param place where it is written
     * @param source who says so
     * @param wrong why it cannot be right; empty where the sources just differ
     */
    public record Conflict(String value, Place place, Source source, Optional<String> wrong) {}

    public Text {
        conflicts = List.copyOf(conflicts);
    }

    public Text(String value, Place place, Optional<Source> source) {
        this(value, place, source, List.of());
    }

    public Text(String value, Place place) {
        this(value, place, Optional.empty());
    }

    @Override
    public String kind() {
        return value.isEmpty() ? "nothing" : "'" + value + "'";
    }
}
