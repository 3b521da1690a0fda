package muster.document;

import java.util.Optional;
import muster.diagnostic.Place;
import muster.uncertainty.Source;

/**
 * A scalar, as it is written; what it means depends on the key.
 *
 * @param value the text
 * @param place where it begins
 * @param source the source named for it, or its document's default source
 */
public record Text(String value, Place place, Optional<Source> source) implements Node {

    public Text(String value, Place place) {
        this(value, place, Optional.empty());
    }

    @Override
    public String kind() {
        return value.isEmpty() ? "nothing" : "'" + value + "'";
    }
}
