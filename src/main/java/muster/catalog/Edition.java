package muster.catalog;

import java.util.List;

/**
 * Which catalog a result was computed from.
 *
 * @param version the version of the built-in catalog, as {@code 2026.11}; empty where there is none
 * @param hash the hash of the content of all layers
 * @param changes the values of entries that are others for one run, as they were set
 */
public record Edition(String version, String hash, List<String> changes) {

    public Edition {
        changes = List.copyOf(changes);
    }

    /** A catalog as its files have it. */
    public Edition(String version, String hash) {
        this(version, hash, List.of());
    }

    @Override
    public String toString() {
        return version.isEmpty() ? hash : version + " " + hash;
    }
}
