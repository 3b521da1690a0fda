package muster.document.yaml;

import muster.diagnostic.Place;

/**
 * The mark {@code !delete}: the key that an overlay takes away.
 *
 * @param place where it is written
 */
public record Deleted(Place place) implements Node {

    @Override
    public String kind() {
        return "!delete";
    }
}
