package muster.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the valid name that a misspelt one most likely meant. */
public final class Nearest {
    // Longer texts are no misspelt names, and the distance takes time and space in their length.
    private static final int LONGEST = 100;

    private Nearest() {}

    /**
     * The nearest of the valid names by edit distance (insertions, deletions, substitutions and swaps of neighbours), if
     * it is near: at most a third of the longer name's letters differ (one may always), or one contains the other, which
     * counts as one edit, and as none where the valid one begins with it. Of names as near as one another that in which it is
     * a word of its own is nearest.
     */
    public static Optional<String> to(String name, Collection<String> valid) {
        return valid.stream()
                .filter(candidate -> name.length() <= LONGEST && near(name, candidate))
                .min(Comparator.<String>comparingInt(candidate -> rank(plain(name), plain(candidate)))
                        .thenComparing(candidate -> !plain(candidate).matches(ofWords(plain(name))))
                        .thenComparingInt(candidate -> distance(plain(name), plain(candidate)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The line that ends a message: {@code  Maybe share?}, or nothing when no valid name is near. */
    public static String maybe(String name, Collection<String> valid) {
        return to(name, valid).map(nearest -> " Maybe %s?".formatted(nearest)).orElse("");
    }

    private static boolean near(String name, String candidate) {
        int most = Math.max(1, Math.max(name.length(), candidate.length()) / 3);
        String a = plain(name);
        String b = plain(candidate);
        // Of texts whose lengths differ by more, so many letters are inserted: only the one that holds the other is
        // near.
        return Math.abs(a.length() - b.length()) <= most ? rank(a, b) <= most : contained(a, b);
    }

    private static String ofWords(String name) {
        return "(.*_)?%s(_.*)?".formatted(Pattern.quote(name));
    }

    private static int rank(String a, String b) {
        return contained(a, b) && !a.equals(b) ? (b.startsWith(a) ? 0 : 1) : distance(a, b);
    }

    private static boolean contained(String a, String b) {
        return Math.min(a.length(), b.length()) >= 3 && (a.contains(b) || b.contains(a));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    private static int distance(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, edits);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int step(String a, String b, int i, int j, int[][] edits) {
        int differs = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(edits[i - 1][j - 1] + differs, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
    }
}
