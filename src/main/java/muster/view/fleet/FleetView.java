package muster.view.fleet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.fleet.query.FleetQuery;
import muster.fleet.query.FleetReport;
import muster.fleet.query.FleetValue;
import muster.fleet.query.Measure;
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
 * What a fleet amounts to: two tables for each basis, computation and the rest, with what must be said beside them.
 *
 * @param report what it amounts to
 */
public record FleetView(FleetReport report) implements View {
    private static final Predicate<Measure> COMPUTE = measure -> measure.compareTo(Measure.H100E_AS_RATED) <= 0;

    @Override
    public String title() {
        return "muster fleet " + report.query().fleet().value();
    }

    @Override
    public Data data() {
        return FleetData.of(report);
    }

    /** A row for each basis, date, key and measure, with all digits. */
    @Override
    public Grid rows() {
        List<List<String>> rows = new ArrayList<>();
        report.sections()
                .forEach(section -> Stream.concat(section.rows().stream(), section.total().stream())
                        .forEach(row -> row.values().forEach(value -> rows.add(csv(report, section, row, value)))));
        return Grid.of(
                List.of(
                        "fleet",
                        "basis",
                        "as_of",
                        "key",
                        "measure",
                        "p5",
                        "p50",
                        "p95",
                        "sum_of_medians",
                        "unit",
                        "part_of_chips_counted",
                        "not_counted",
                        "catalog"),
                rows,
                Set.of(5, 6, 7, 8, 10));
    }

    private static List<String> csv(
            FleetReport report, FleetReport.BasisSection section, FleetReport.Row row, FleetValue value) {
        return List.of(
                report.query().fleet().value(),
                section.basis().toString(),
                row.date().toString(),
                row.key(),
                report.query().counting().h100e().name(value.measure()),
                exact(value, amount -> amount.spread().p5()),
                exact(value, amount -> amount.spread().p50()),
                exact(value, amount -> amount.spread().p95()),
                exact(value, FleetValue.Amounts::sumOfMids),
                value.measure().unit(),
                NumberText.exact(value.covered()),
                String.join(" ", value.notCounted()),
                report.catalog().hash());
    }

    private static String exact(FleetValue value, ToDoubleFunction<FleetValue.Amounts> number) {
        return value.amount()
                .map(amount -> NumberText.exact(number.applyAsDouble(amount)))
                .orElse("");
    }

    @Override
    public List<Section> sections(Medium medium) {
        List<Section> sections = new ArrayList<>();
        for (FleetReport.BasisSection section : report.sections()) {
            sections.add(Paragraph.of(
                    "%s: %s".formatted(section.basis(), section.basis().words())));
            Stream.of(COMPUTE, COMPUTE.negate())
                    .map(shown -> grid(report.query(), section, shown))
                    .filter(grid -> grid.head().size() > 1)
                    .forEach(sections::add);
        }
        sections.add(Chapter.captioned(
                "%s, catalog %s"
                        .formatted(report.title().orElse(report.query().fleet().value()), report.catalog()),
                Notes.of(notes(report))));
        return sections;
    }

    private static Grid grid(FleetQuery query, FleetReport.BasisSection section, Predicate<Measure> shown) {
        List<FleetReport.Row> all = new ArrayList<>(section.rows());
        section.total().ifPresent(all::add);
        List<Measure> measures = all.stream()
                .flatMap(row -> row.values().stream())
                .filter(value -> value.amount().isPresent())
                .map(FleetValue::measure)
                .filter(shown)
                .distinct()
                .sorted()
                .toList();
        List<String> head = new ArrayList<>(List.of(query.counting().by().toString()));
        measures.forEach(measure -> head.add(
                query.counting().h100e().name(measure) + (measure == Measure.CHIPS ? "" : ", " + measure.unit())));
        List<List<String>> rows = new ArrayList<>();
        all.forEach(row -> rows.add(row(named(row), measures, row.values(), amount -> interval(amount.spread()))));
        section.total()
                .ifPresent(total -> rows.add(row(
                        "sum of medians",
                        measures,
                        total.values(),
                        amount -> NumberText.rounded(amount.sumOfMids(), 4))));
        return Grid.of(head, rows, IntStream.range(1, head.size()).boxed().collect(Collectors.toSet()));
    }

    // What is counted in full only to an earlier date says so where it stands.
    private static String named(FleetReport.Row row) {
        return row.key() + row.counted().map(" (full to %s)"::formatted).orElse("");
    }

    private static List<String> row(
            String key, List<Measure> measures, List<FleetValue> values, Function<FleetValue.Amounts, String> cell) {
        Map<Measure, FleetValue> by = new EnumMap<>(Measure.class);
        values.forEach(value -> by.put(value.measure(), value));
        List<String> row = new ArrayList<>(List.of(key));
        measures.forEach(measure -> row.add(Optional.ofNullable(by.get(measure))
                .map(value -> value.amount().map(cell).orElse("none")
                        + (value.notCounted().isEmpty() ? "" : " *"))
                .orElse("-")));
        return row;
    }

    private static String interval(Percentiles spread) {
        return spread.p5() == spread.p95() ? NumberText.rounded(spread.p50(), 4) : Cells.interval(spread);
    }

    private static List<String> notes(FleetReport report) {
        FleetQuery query = report.query();
        List<String> notes = new ArrayList<>();
        notes.add("as of: " + dates(report));
        notes.add(
                "figures are medians with 5th and 95th percentiles of totals, from %s samples of seed %s; they do not add up"
                        .formatted(
                                NumberText.rounded((double) query.sampling().samples(), 7),
                                query.sampling().seed()));
        notes.add("sum of medians: the medians, or middle values, of the counts added up; not the median of the total");
        notes.add("precision: %s, dense".formatted(query.counting().precision()));
        notes.add(
                query.counting().h100e().asRated()
                        ? "h100e-basis: epoch; h100e is as the source rates its chips, h100e_8_bit is chips times our 8-bit rates"
                        : "h100e-basis: " + query.counting().h100e().basis());
        notes.add("retirement: " + query.dates().retirement());
        query.dates()
                .growth()
                .ifPresent(growth -> notes.add(
                        "growth: after the last count stocks grow %s times a year, of every chip alike, as if nothing newer came; muster allocate buys the newest on sale"
                                .formatted(NumberText.exact(growth))));
        notes.addAll(report.remarks());
        notCounted(report).forEach(notes::add);
        notes.addAll(comparisons(report));
        return notes;
    }

    private static String dates(FleetReport report) {
        List<String> dates = report.sections().stream()
                .flatMap(section -> section.rows().stream())
                .map(row -> row.date().toString())
                .distinct()
                .toList();
        return dates.size() < 2 ? String.join("", dates) : dates.get(0) + " to " + dates.get(dates.size() - 1);
    }

    // Measures that the same chips have no value of are told together.
    private static List<String> notCounted(FleetReport report) {
        Map<String, List<String>> measures = new LinkedHashMap<>();
        report.sections().stream()
                .flatMap(section -> section.total().map(List::of).orElse(section.rows()).stream())
                .flatMap(row -> row.values().stream())
                .filter(value -> !value.notCounted().isEmpty())
                .forEach(value -> {
                    String name = report.query().counting().h100e().name(value.measure());
                    List<String> known = measures.computeIfAbsent(without(value), key -> new ArrayList<>());
                    if (!known.contains(name)) {
                        known.add(name);
                    }
                });
        return measures.entrySet().stream()
                .map(entry -> "* %s: %s".formatted(String.join(", ", entry.getValue()), entry.getKey()))
                .toList();
    }

    private static String without(FleetValue value) {
        return "%s%% of the chips; not known, and not counted, of %s"
                .formatted(NumberText.rounded(100 * value.covered(), 3), String.join(", ", value.notCounted()));
    }

    // Ours beside the source's own, where it states totals.
    private static List<String> comparisons(FleetReport report) {
        List<String> notes = new ArrayList<>();
        report.sections().stream()
                .flatMap(section -> section.rows().stream())
                .forEach(row -> row.stated()
                        .forEach((measure, spread) -> notes.add("%s %s: the source states %s"
                                .formatted(
                                        row.key(),
                                        report.query().counting().h100e().name(measure),
                                        Cells.interval(spread)))));
        return notes;
    }
}
