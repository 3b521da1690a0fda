package muster.view.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muster.catalog.Difference;
import muster.catalog.Edition;
import muster.catalog.EntryDifference;
import muster.document.yaml.Text;
import muster.fleet.query.FleetRestatement;
import muster.unit.NumberText;
import muster.view.Chapter;
import muster.view.Data;
import muster.view.DataDocument;
import muster.view.Fields;
import muster.view.Grid;
import muster.view.Medium;
import muster.view.Paragraph;
import muster.view.Section;
import muster.view.View;

/**
 * What entries differ in from others.
 *
 * @param pairs the entries in pairs
 * @param restated what fleets that are counted by quarter say otherwise, instead of thousands of counts
 * @param catalog which catalog they are of
 */
public record EntryDifferenceView(
        List<EntryDifference> pairs, Map<EntryDifference, FleetRestatement> restated, Edition catalog) implements View {
    private static final List<String> HEAD = List.of("value", "before", "after", "ratio", "set at");
    private static final int LONGEST = 80;

    public EntryDifferenceView {
        pairs = List.copyOf(pairs);
        restated = Map.copyOf(restated);
    }

    @Override
    public String title() {
        return "muster catalog diff";
    }

    @Override
    public List<Section> sections(Medium medium) {
        String between = medium == Medium.TERMINAL ? "%s %s -> %s" : "%s %s to %s";
        List<Section> sections = new ArrayList<>();
        for (EntryDifference pair : pairs) {
            Optional<FleetRestatement> restatement = Optional.ofNullable(restated.get(pair));
            List<Difference> shown = pair.differences().stream()
                    .filter(difference -> restatement.isEmpty() || !counts(difference))
                    .toList();
            sections.add(Chapter.captioned(
                    between.formatted(pair.kind().name(), pair.before(), pair.after()),
                    shown.isEmpty()
                            ? Paragraph.of(pair.differences().isEmpty() ? "no value differs" : "only counts differ")
                            : Grid.of(HEAD, shortened(shown), Set.of(3))));
            restatement.ifPresent(found -> sections.addAll(RestatementSections.of(pair, found)));
        }
        sections.add(Paragraph.of("catalog " + catalog));
        return sections;
    }

    /** A row for each value, under the id of the second entry. */
    @Override
    public Grid rows() {
        return Grid.of(
                HEAD,
                pairs.stream()
                        .flatMap(pair -> rows(pair.differences(), pair.after() + ".").stream())
                        .toList(),
                Set.of());
    }

    private static boolean counts(Difference difference) {
        return difference.address().path().startsWith("entries.")
                || difference.address().path().startsWith("totals.");
    }

    // A purpose or a note is a sentence, and a table on a terminal is read by its numbers.
    private static List<List<String>> shortened(List<Difference> differences) {
        return rows(differences, "").stream()
                .map(row -> row.stream()
                        .map(cell -> cell.length() > LONGEST ? cell.substring(0, LONGEST - 3) + "..." : cell)
                        .toList())
                .toList();
    }

    private static List<List<String>> rows(List<Difference> differences, String prefix) {
        return differences.stream()
                .map(difference -> List.of(
                        prefix + difference.address().path(),
                        difference.before().map(Text::value).orElse("-"),
                        difference.after().map(Text::value).orElse("-"),
                        difference.ratio().isPresent()
                                ? NumberText.rounded(difference.ratio().getAsDouble(), 4)
                                : "",
                        difference
                                .after()
                                .or(difference::before)
                                .orElseThrow()
                                .place()
                                .toString()))
                .toList();
    }

    @Override
    public Data data() {
        return DataDocument.of("catalog-diff-entries/v1", catalog)
                .results(pairs.stream().map(this::pair).toList());
    }

    private Data pair(EntryDifference pair) {
        Fields fields = new Fields()
                .text("kind", pair.kind().name())
                .text("before", pair.before())
                .text("after", pair.after())
                .array(
                        "values",
                        pair.differences().stream()
                                .map(EntryDifferenceView::value)
                                .toList());
        Optional.ofNullable(restated.get(pair))
                .ifPresent(found -> fields.put("stocks", RestatementSections.data(found)));
        return fields.build();
    }

    private static Data value(Difference difference) {
        return new Fields()
                .text("path", difference.address().path())
                .put("before", difference.before().map(CatalogDifferenceView::side))
                .put("after", difference.after().map(CatalogDifferenceView::side))
                .number("ratio", difference.ratio())
                .build();
    }
}
