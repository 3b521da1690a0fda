package muster.view.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import muster.scaling.law.FitDomain;
import muster.scenario.EstimateByLaw;
import muster.scenario.SizedByLaw;
import muster.unit.NumberText;
import muster.view.Grid;

/**
 * Laws above a line, and below it those that are asked too far beyond the models that they were fitted on, or where they cannot
 * hold.
 *
 * @param byLaw the laws
 * @param far how many times beyond is too far
 */
public record ScaleLine(EstimateByLaw byLaw, double far) {

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
        return "more than %s times outside the fit, or where the law cannot hold".formatted(NumberText.rounded(far, 4));
    }

    /** A table of a row for each law, with the line. */
    Grid ruled(Grid grid) {
        return ruled() ? grid.ruled(above(), words()) : grid;
    }

    /** A table with how far outside each law is, and whether that is below the line. */
    Grid told(Grid grid) {
        List<String> head = new ArrayList<>(grid.head());
        head.addAll(List.of("times outside fit", "below line"));
        List<SizedByLaw> laws = laws();
        List<List<String>> texts = grid.texts();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < laws.size(); i++) {
            List<String> row = new ArrayList<>(texts.get(i));
            row.add(laws.get(i).farthest().stream()
                    .mapToObj(NumberText::exact)
                    .findFirst()
                    .orElse("?"));
            row.add(below(laws.get(i)) ? "yes" : "no");
            rows.add(row);
        }
        return Grid.of(head, rows, grid.numbers());
    }

    /** What the line is. */
    String note() {
        return "below a line: laws asked more than %s times outside their fit%s, or where they cannot hold; --beyond sets the factor"
                .formatted(
                        NumberText.rounded(far, 4),
                        far == FitDomain.FAR
                                ? " (the power of ten within Llama 3's 3,800, the longest that a training was held to)"
                                : "");
    }
}
