package muster.docs;

import java.util.ArrayList;
import java.util.List;

/** Output of which a page shows parts: a line {@code ...} stands for any lines, also none. */
final class Elision {
    /** The line that stands for any lines. */
    static final String ANY = "...";

    private Elision() {}

    /** What a page should show of an output: the same lines where they still fit, else the lines that took their place. */
    static List<String> refresh(List<String> shown, List<String> output) {
        if (!shown.contains(ANY)) {
            return output;
        }
        return fits(shown, output) ? shown : replaced(parts(shown), output);
    }

    private static boolean fits(List<String> shown, List<String> output) {
        if (shown.isEmpty()) {
            return output.isEmpty();
        }
        List<String> rest = shown.subList(1, shown.size());
        if (shown.get(0).equals(ANY)) {
            return fits(rest, output) || (!output.isEmpty() && fits(shown, output.subList(1, output.size())));
        }
        return !output.isEmpty() && shown.get(0).equals(output.get(0)) && fits(rest, output.subList(1, output.size()));
    }

    // Each part moves to the line that begins most like its own first line, and keeps its length.
    private static List<String> replaced(List<List<String>> parts, List<String> output) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < parts.size(); i++) {
            List<String> part = parts.get(i);
            if (i > 0) {
                lines.add(ANY);
            }
            if (!part.isEmpty() && from < output.size()) {
                int start = i == 0 ? 0 : alike(part.get(0), output, from);
                boolean last = i == parts.size() - 1;
                int end = last ? output.size() : Math.min(output.size(), start + part.size());
                lines.addAll(output.subList(start, end));
                from = end;
            }
        }
        return lines;
    }

    private static List<List<String>> parts(List<String> shown) {
        List<List<String>> parts = new ArrayList<>(List.of(new ArrayList<>()));
        for (String line : shown) {
            if (line.equals(ANY)) {
                parts.add(new ArrayList<>());
            } else {
                parts.get(parts.size() - 1).add(line);
            }
        }
        return parts;
    }

    private static int alike(String line, List<String> output, int from) {
        int best = from;
        for (int i = from; i < output.size(); i++) {
            best = common(line, output.get(i)) > common(line, output.get(best)) ? i : best;
        }
        return best;
    }

    private static int common(String a, String b) {
        int length = 0;
        while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return length;
    }
}
