package muster.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.scaling.Domain;
import muster.scenario.ByLaw;
import muster.scenario.SizedByLaw;
import muster.unit.Numbers;

/**
 * Laws above a line, and below it those that are asked too far beyond the models that they were fitted on, or where they cannot
 * hold.
 *
 * @param byLaw the laws
 * @param far how many times beyond is too far
 */
public record ScaleLine(ByLaw byLaw, double far) {

    /** All laws, those above the line first. */
    public List<SizedByLaw> laws() {
        return Stream.of(false, true)
                .flatMap(below -> byLaw.apart(far).getOrDefault(below, List.of()).stream())
                .toList();
    }

    /** Whether a law stands below the line. */
    boolean below(SizedByLaw law) {
        return byLaw.apart(far).getOrDefault(true, List.of()).contains(law);
    }

    private int above() {
        return byLaw.apart(far).getOrDefault(false, List.of()).size();
    }

    private boolean ruled() {
        return above() < byLaw.sized().size();
    }

    private String words() {
        return "more than %s times outside the fit, or where the law cannot hold".formatted(Numbers.rounded(far, 4));
    }

    /** A table of a row for each law, with the line. */
    public String text(Grid grid) {
        return grid.text(above(), ruled() ? words() : "");
    }

    /** The same in Markdown. */
    public String markdown(Grid grid) {
        if (!ruled()) {
            return grid.markdown();
        }
        List<String> line = new ArrayList<>(List.of("**%s**".formatted(words())));
        IntStream.range(1, grid.head().size()).forEach(column -> line.add(""));
        List<List<String>> rows = new ArrayList<>(grid.rows());
        rows.add(above(), line);
        return new Grid(grid.head(), rows, grid.numbers()).markdown();
    }

    /** The same as comma-separated values, with how far outside each law is, and whether that is below the line. */
    public String csv(Grid grid) {
        List<String> head = new ArrayList<>(grid.head());
        head.addAll(List.of("times outside fit", "below line"));
        List<SizedByLaw> laws = laws();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < laws.size(); i++) {
            List<String> row = new ArrayList<>(grid.rows().get(i));
            row.add(laws.get(i).farthest().stream()
                    .mapToObj(Numbers::exact)
                    .findFirst()
                    .orElse("?"));
            row.add(below(laws.get(i)) ? "yes" : "no");
            rows.add(row);
        }
        return new Grid(head, rows, grid.numbers()).csv();
    }

    /** What the line is. */
    public String note() {
        return "below a line: laws asked more than %s times outside their fit%s, or where they cannot hold; --beyond sets the factor"
                .formatted(
                        Numbers.rounded(far, 4),
                        far == Domain.FAR
                                ? " (the power of ten within Llama 3's 3,800, the longest that a training was held to)"
                                : "");
    }
}
