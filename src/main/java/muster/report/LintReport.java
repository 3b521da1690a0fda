package muster.report;

import java.util.List;
import java.util.Set;
import muster.catalog.Edition;
import muster.hardware.Lint;

/**
 * What the checks of chips found.
 *
 * @param found all that was found
 * @param chips how many chips were asked for
 * @param withWaived whether what is waived is shown too
 * @param edition the catalog
 */
public record LintReport(List<Lint> found, int chips, boolean withWaived, Edition edition) {

    public LintReport {
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

    /** A line for each finding, and one that counts. */
    public String text() {
        StringBuilder text = new StringBuilder();
        shown().forEach(lint -> {
            text.append("%s: [%s] %s: %s\n".formatted(lint.place(), lint.check(), lint.chip(), lint.message()));
            lint.waived().ifPresent(reason -> text.append("  waived: %s\n".formatted(reason)));
        });
        return text.append("%s, %s found and not waived, %s waived; catalog %s\n"
                        .formatted(
                                chips == 1 ? "1 chip" : chips + " chips", found.size() - waived(), waived(), edition))
                .toString();
    }

    /** A row for each finding. */
    public Grid grid() {
        List<List<String>> rows = shown().stream()
                .map(lint -> List.of(
                        lint.chip(),
                        lint.check(),
                        lint.message(),
                        lint.waived().orElse(""),
                        lint.place().toString()))
                .toList();
        return new Grid(List.of("chip", "check", "found", "waived", "at"), rows, Set.of());
    }

    /** The schema {@code lint/v1}. */
    public String json() {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringProperty("schema", "lint/v1");
            json.writeStringProperty("catalog", edition.hash());
            json.writeStringProperty("catalog_version", edition.version());
            json.writeNumberProperty("chips", chips);
            json.writeNumberProperty("waived", waived());
            json.writeArrayPropertyStart("findings");
            shown().forEach(lint -> {
                json.writeStartObject();
                json.writeStringProperty("chip", lint.chip());
                json.writeStringProperty("check", lint.check());
                json.writeStringProperty("message", lint.message());
                lint.waived().ifPresent(reason -> json.writeStringProperty("waived", reason));
                json.writeStringProperty("file", lint.place().file());
                json.writeNumberProperty("line", lint.place().line());
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
