package muster.view.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import muster.catalog.Edition;
import muster.hardware.Lint;
import muster.view.Data;
import muster.view.DataDocument;
import muster.view.Fields;
import muster.view.Grid;
import muster.view.Medium;
import muster.view.Preformatted;
import muster.view.Section;
import muster.view.View;

/**
 * What the checks of chips found.
 *
 * @param found all that was found
 * @param chips how many chips were asked for
 * @param withWaived whether what is waived is shown too
 * @param edition the catalog
 */
public record LintView(List<Lint> found, int chips, boolean withWaived, Edition edition) implements View {

    public LintView {
        found = List.copyOf(found);
    }

    private List<Lint> shown() {
        return found.stream()
                .filter(lint -> withWaived || lint.waived().isEmpty())
                .toList();
    }

    private long waived() {
        return found.stream().filter(lint -> lint.waived().isPresent()).count();
    }

    @Override
    public String title() {
        return "muster catalog lint";
    }

    /** A line for each finding, and one that counts; in a document a table. */
    @Override
    public List<Section> sections(Medium medium) {
        if (medium == Medium.DOCUMENT) {
            return List.of(rows());
        }
        List<String> lines = new ArrayList<>();
        shown().forEach(lint -> {
            lines.add("%s: [%s] %s: %s".formatted(lint.place(), lint.check(), lint.chip(), lint.message()));
            lint.waived().ifPresent(reason -> lines.add("  waived: " + reason));
        });
        lines.add("%s, %s found and not waived, %s waived; catalog %s"
                .formatted(chips == 1 ? "1 chip" : chips + " chips", found.size() - waived(), waived(), edition));
        return List.of(new Preformatted(lines));
    }

    /** A row for each finding. */
    @Override
    public Grid rows() {
        List<List<String>> rows = shown().stream()
                .map(lint -> List.of(
                        lint.chip(),
                        lint.check(),
                        lint.message(),
                        lint.waived().orElse(""),
                        lint.place().toString()))
                .toList();
        return Grid.of(List.of("chip", "check", "found", "waived", "at"), rows, Set.of());
    }

    @Override
    public Data data() {
        return DataDocument.of("catalog-lint/v1", edition)
                .result(new Fields()
                        .count("chips", chips)
                        .count("waived", waived())
                        .array(
                                "findings",
                                shown().stream().map(LintView::finding).toList()));
    }

    private static Data finding(Lint lint) {
        return new Fields()
                .text("chip", lint.chip())
                .text("check", lint.check())
                .text("message", lint.message())
                .text("waived", lint.waived())
                .text("file", lint.place().file())
                .count("line", lint.place().line())
                .build();
    }
}
