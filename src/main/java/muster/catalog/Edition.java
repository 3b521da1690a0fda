package muster.catalog;

/**
 * Which catalog a result was computed from.
 *
 * @param version the version of the built-in catalog, as {@code 2026.11}; empty where there is none
 * @param hash the hash of the content of all layers
 */
public record Edition(String version, String hash) {
    @Override
    public String toString() {
        return version.isEmpty() ? hash : version + " " + hash;
    }
}
