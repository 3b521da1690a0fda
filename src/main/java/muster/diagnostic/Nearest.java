package muster.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = plain(name);
        Predicate<String> wordOf = Pattern.compile("(.*_)?%s(_.*)?".formatted(Pattern.quote(plain)))
                .asMatchPredicate();
        return valid.stream()
                .flatMap(word -> candidate(plain, name, word).stream())
                .min(Comparator.comparingInt(Candidate::rank)
                        .thenComparing(candidate -> !wordOf.test(candidate.plain()))
                        .thenComparingInt(candidate -> distance(plain, candidate.plain(), Integer.MAX_VALUE))
                        .thenComparing(Candidate::word))
                .map(Candidate::word);
    }

    /** A valid name that is near. */
    private record Candidate(String word, String plain, int rank) {}

    /** The line that ends a message: {@code  Maybe share?}, or nothing when no valid name is near. */
    public static String maybe(String name, Collection<String> valid) {
        return to(name, valid).map(nearest -> " Maybe %s?".formatted(nearest)).orElse("");
    }

    private static Optional<Candidate> candidate(String plain, String name, String word) {
        int most = Math.max(1, Math.max(name.length(), word.length()) / 3);
        String other = plain(word);
        int rank = contained(plain, other) && !plain.equals(other)
                ? (other.startsWith(plain) ? 0 : 1)
                : distance(plain, other, most);
        return rank <= most ? Optional.of(new Candidate(word, other, rank)) : Optional.empty();
    }

    private static boolean contained(String a, String b) {
        return Math.min(a.length(), b.length()) >= 3 && (a.contains(b) || b.contains(a));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    // Or more than a most, as soon as that is certain: rows never fall again below the least of two in a row.
    private static int distance(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return Math.abs(a.length() - b.length());
        }
        int[] before = new int[b.length() + 1];
        int[] last = IntStream.rangeClosed(0, b.length()).toArray();
        int leastBefore = 0;
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                row[j] = step(a, b, i, j, row[j - 1], last, before);
                least = Math.min(least, row[j]);
            }
            if (Math.min(least, leastBefore) > most) {
                return least;
            }
            leastBefore = least;
            before = last;
            last = row;
        }
        return last[b.length()];
    }

    private static int step(String a, String b, int i, int j, int left, int[] last, int[] before) {
        int differs = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(last[j - 1] + differs, Math.min(last[j], left) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, before[j - 2] + 1) : least;
    }
}
