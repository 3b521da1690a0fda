package muster.docs;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.diagnostic.Problems;
import muster.scenario.ScenarioCatalog;

/**
 * The hash of the catalog changes with every entry, and pages should not: they show another in its place, as golden files do.
 */
final class CatalogHash {
    /** In the place of the hash of the catalog as it is shipped. */
    static final String SHIPPED = "0123456789ab";

    /** In the place of any other: a user's files lie over it. */
    static final String CHANGED = "ba9876543210";

    // After its version or its name, or as a text of its own in JSON: digits of a figure can look alike.
    private static final Pattern HASH =
            Pattern.compile("(?<=\\b\\d{4}\\.\\d{2} |catalog |: \")[0-9a-f]{12}(?=\\s|\"|$)");

    private static final String KNOWN = ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(), new Problems())
            .edition()
            .hash();

    private CatalogHash() {}

    static String masked(String output) {
        Matcher hash = HASH.matcher(output);
        return hash.replaceAll((MatchResult found) -> found.group().equals(KNOWN) ? SHIPPED : CHANGED);
    }
}
