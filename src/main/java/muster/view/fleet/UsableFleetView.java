package muster.view.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import muster.fleet.query.FleetReport;
import muster.fleet.query.FleetValue;
import muster.fleet.query.Measure;
import muster.inference.serving.Usability;
import muster.inference.serving.UsableFleet;
import muster.inference.step.RequestTokens;
import muster.uncertainty.sampling.Percentiles;
import muster.unit.NumberText;
import muster.view.Chapter;
import muster.view.Data;
import muster.view.Grid;
import muster.view.Medium;
import muster.view.Notes;
import muster.view.Paragraph;
import muster.view.Section;
import muster.view.View;
import muster.view.figure.Cells;

/**
 * What part of a fleet can serve a model: the parts by use, and the kinds of chips with the reasons.
 *
 * @param fleet the fleet
 */
public record UsableFleetView(UsableFleet fleet) implements View {
    private static final int DIGITS = 3;
    private static final List<Measure> MEASURES = List.of(Measure.CHIPS, Measure.PEAK, Measure.H100E);

    @Override
    public String title() {
        return "muster fleet %s --usable-for %s"
                .formatted(fleet.report().query().fleet().value(), fleet.model());
    }

    @Override
    public Data data() {
        return UsableFleetData.of(fleet);
    }

    /** A row for each use and each kind of chip, with all digits. */
    @Override
    public Grid rows() {
        List<List<String>> rows = new ArrayList<>();
        for (FleetReport.BasisSection section : fleet.report().sections()) {
            rows(section)
                    .forEach(row -> MEASURES.forEach(measure -> rows.add(List.of(
                            "use",
                            row.key(),
                            section.basis().toString(),
                            name(measure),
                            exact(fleet, row, measure, Percentiles::p5),
                            exact(fleet, row, measure, Percentiles::p50),
                            exact(fleet, row, measure, Percentiles::p95),
                            NumberText.exact(share(section, row, measure)),
                            "",
                            "",
                            ""))));
        }
        fleet.kinds()
                .forEach(kind -> rows.add(List.of(
                        "chip",
                        kind.chip(),
                        "",
                        kind.use().toString(),
                        "",
                        "",
                        "",
                        "",
                        shown(kind.withinDomain(), ""),
                        shown(kind.chips(), ""),
                        kind.words())));
        return Grid.of(
                List.of(
                        "row",
                        "key",
                        "basis",
                        "measure_or_use",
                        "p5",
                        "p50",
                        "p95",
                        "share",
                        "chips_within_domain",
                        "chips_of_smallest_replica",
                        "formats_or_reason"),
                rows,
                Set.of());
    }

    @Override
    public List<Section> sections(Medium medium) {
        List<Section> sections = new ArrayList<>();
        for (FleetReport.BasisSection section : fleet.report().sections()) {
            sections.add(Paragraph.of(
                    "%s: %s".formatted(section.basis(), section.basis().words())));
            sections.add(uses(fleet, section));
        }
        sections.add(kinds(fleet));
        sections.add(Chapter.captioned(
                "%s, which part can serve %s, catalog %s"
                        .formatted(
                                fleet.report()
                                        .title()
                                        .orElse(fleet.report().query().fleet().value()),
                                fleet.model(),
                                fleet.report().catalog()),
                Notes.of(notes(fleet))));
        return sections;
    }

    private static List<String> notes(UsableFleet fleet) {
        RequestTokens context = fleet.request().context();
        List<String> notes = new ArrayList<>(
                List.of(
                        "replicas of at most %s chips that hold %s and a request of %s tokens; formats: %s"
                                .formatted(
                                        fleet.request().maxReplicaChips(),
                                        fleet.model(),
                                        NumberText.exact(context.mostTokens()),
                                        fleet.formats()),
                        "of all: of the medians, which do not add up; 8-bit: the faster of fp8 and int8, of chips that have one"));
        notes.addAll(fleet.report().remarks().stream()
                .filter(remark -> !remark.contains("the source rates it"))
                .toList());
        return notes;
    }

    private static Grid uses(UsableFleet fleet, FleetReport.BasisSection section) {
        List<List<String>> rows = new ArrayList<>();
        for (FleetReport.Row row : rows(section)) {
            List<String> cells = new ArrayList<>(List.of(row.key()));
            for (Measure measure : MEASURES) {
                cells.add(amount(fleet, row, measure).map(Cells::interval).orElse("none"));
                cells.add(NumberText.rounded(100 * share(section, row, measure), DIGITS) + "%");
            }
            rows.add(cells);
        }
        return Grid.of(
                List.of("can be used", "chips", "of all", "16-bit, FLOP/s", "of all", "8-bit, FLOP/s", "of all"),
                rows,
                Set.of(1, 2, 3, 4, 5, 6));
    }

    private static List<FleetReport.Row> rows(FleetReport.BasisSection section) {
        return Stream.concat(section.rows().stream(), section.total().stream()).toList();
    }

    /** The part of the median of all that the median of a row is. */
    static double share(FleetReport.BasisSection section, FleetReport.Row row, Measure measure) {
        double all = section.total()
                .flatMap(total -> amount(total, measure))
                .map(Percentiles::p50)
                .orElse(0.0);
        double part = amount(row, measure).map(Percentiles::p50).orElse(0.0);
        return all > 0 ? part / all : 0;
    }

    /** What a row amounts to: chips, or FLOP/s at 16 or 8 bits. */
    static Optional<Percentiles> amount(UsableFleet fleet, FleetReport.Row row, Measure measure) {
        double each = measure == Measure.H100E ? fleet.eightBitFlopPerSecond() : 1;
        return amount(row, measure)
                .map(spread -> new Percentiles(each * spread.p5(), each * spread.p50(), each * spread.p95()));
    }

    private static Optional<Percentiles> amount(FleetReport.Row row, Measure measure) {
        return row.values().stream()
                .filter(value -> value.measure() == measure)
                .flatMap(value -> value.amount().stream())
                .map(FleetValue.Amounts::spread)
                .findFirst();
    }

    /** The name of a measure. */
    static String name(Measure measure) {
        return switch (measure) {
            case PEAK -> "peak_16_bit";
            case H100E -> "peak_8_bit";
            default -> measure.toString();
        };
    }

    /** Its unit. */
    static String unit(Measure measure) {
        return measure == Measure.CHIPS ? measure.unit() : Measure.PEAK.unit();
    }

    private static String exact(
            UsableFleet fleet, FleetReport.Row row, Measure measure, ToDoubleFunction<Percentiles> number) {
        return amount(fleet, row, measure)
                .map(spread -> NumberText.exact(number.applyAsDouble(spread)))
                .orElse("");
    }

    private static Grid kinds(UsableFleet fleet) {
        return Grid.of(
                List.of("chip", "can be used", "within a domain", "smallest replica", "formats, or why not"),
                fleet.kinds().stream().map(UsableFleetView::kind).toList(),
                Set.of(2, 3));
    }

    private static List<String> kind(Usability kind) {
        return List.of(
                kind.chip(),
                kind.use().toString(),
                shown(kind.withinDomain(), "-"),
                shown(kind.chips(), "-"),
                kind.words());
    }

    private static String shown(OptionalInt chips, String otherwise) {
        return chips.isPresent() ? NumberText.exact(chips.getAsInt()) : otherwise;
    }
}
