package muster.epoch;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.diagnostic.Problems;
import muster.document.yaml.Csv;
import muster.document.yaml.Text;

/** One table of Epoch's chip counts: cumulative, by chip, by owner and chip, or of a maker's chips together. */
final class ChipCountTable {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("[uuuu-MM-dd][M/d/[uuuu][uu]]");

    private static final Pattern EXCLUDES = Pattern.compile("Excludes ([^.]*)\\.");
    private static final Set<String> COMPLETE = Set.of("", "false");
    private static final Set<String> INCOMPLETE = Set.of("true", "checked");

    private final ChipCountColumns.Places places;
    private final ImportRemarks remarks;
    private final Problems problems;
    private final Map<List<String>, Text> starts = new LinkedHashMap<>();
    private final List<ChipCountRow> rows = new ArrayList<>();

    private ChipCountTable(ChipCountColumns.Places places, ImportRemarks remarks, Problems problems) {
        this.places = places;
        this.remarks = remarks;
        this.problems = problems;
    }

    /** The rows of a table; what is not understood is reported, and what is left out is remarked. */
    static List<ChipCountRow> rows(Csv csv, ImportRemarks remarks, Problems problems) {
        int before = problems.reports();
        ChipCountColumns.Places places = ChipCountColumns.of(csv, problems);
        ChipCountTable table = new ChipCountTable(places, remarks, problems);
        if (problems.reports() == before) {
            remarks.leftOut(places.leftOut());
            csv.rows().forEach(table::row);
        }
        return table.rows;
    }

    private void row(List<Text> row) {
        int before = problems.reports();
        Optional<String> maker =
                places.cell(row, ChipCountColumns.MANUFACTURER).flatMap(text -> EpochNames.MAKERS.of(text, problems));
        Optional<Text> kind = places.cell(row, ChipCountColumns.CHIP);
        Optional<String> chip = kind.flatMap(text -> EpochNames.CHIPS.of(text, problems));
        Optional<String> owner =
                places.cell(row, ChipCountColumns.OWNER).flatMap(text -> EpochNames.OWNERS.of(text, problems));
        Optional<LocalDate> start = places.cell(row, ChipCountColumns.START).flatMap(this::date);
        Optional<LocalDate> end = places.cell(row, ChipCountColumns.END).flatMap(this::date);
        boolean complete = places.cell(row, ChipCountColumns.INCOMPLETE)
                .map(this::complete)
                .orElse(true);
        PercentileCells chips =
                cells(row, ChipCountColumns.CHIPS_P5, ChipCountColumns.CHIPS_P50, ChipCountColumns.CHIPS_P95);
        PercentileCells h100e =
                cells(row, ChipCountColumns.H100E_P5, ChipCountColumns.H100E_P50, ChipCountColumns.H100E_P95);
        boolean inMegawatts = places.has(ChipCountColumns.MW_P50);
        PercentileCells power = inMegawatts
                ? cells(row, ChipCountColumns.MW_P5, ChipCountColumns.MW_P50, ChipCountColumns.MW_P95)
                : cells(row, ChipCountColumns.WATTS_P5, ChipCountColumns.WATTS_P50, ChipCountColumns.WATTS_P95);
        chips.check(problems);
        h100e.check(problems);
        if (!power.isEmpty()) {
            power.check(problems);
        }
        if (problems.reports() > before || maker.isEmpty() || start.isEmpty() || end.isEmpty()) {
            return;
        }
        String unit = inMegawatts ? " MW" : " W";
        ChipCountRow count = new ChipCountRow(
                maker.get(),
                chip,
                kind.map(Text::value).orElse(""),
                owner,
                end.get(),
                complete,
                chips.values(),
                h100e.values(),
                power.isEmpty()
                        ? List.of()
                        : power.values().stream().map(value -> value + unit).toList(),
                places.cell(row, ChipCountColumns.NOTES)
                        .map(ChipCountTable::excluded)
                        .orElse(List.of()),
                row.get(0));
        checkStart(count, row);
        if (chips.medianAlone() || h100e.medianAlone()) {
            remarks.medianAlone(count);
        }
        if (chips.belowZero() || h100e.belowZero()) {
            remarks.belowZero(count);
        }
        rows.add(count);
    }

    private PercentileCells cells(List<Text> row, ChipCountColumns p5, ChipCountColumns p50, ChipCountColumns p95) {
        return new PercentileCells(places.cell(row, p5), places.cell(row, p50), places.cell(row, p95));
    }

    private boolean complete(Text text) {
        String value = text.value().toLowerCase(Locale.ROOT);
        if (!COMPLETE.contains(value) && !INCOMPLETE.contains(value)) {
            problems.error(
                    "unknown-word",
                    text.place(),
                    "'%s' does not say whether a quarter is incomplete; it is True, checked, False or nothing"
                            .formatted(text.value()));
        }
        return COMPLETE.contains(value);
    }

    // "Excludes Microsoft, Meta. Estimates generated on: 04-22-2026"
    private static List<String> excluded(Text notes) {
        Matcher excludes = EXCLUDES.matcher(notes.value());
        return excludes.find() ? List.of(excludes.group(1).split(", ", -1)) : List.of();
    }

    // Each row of a cumulative table counts from the same day on; rows of single quarters begin where the last one
    // ended.
    private void checkStart(ChipCountRow count, List<Text> row) {
        Text start = places.cell(row, ChipCountColumns.START).orElseThrow();
        Text first = Objects.requireNonNullElse(starts.putIfAbsent(count.series(), start), start);
        if (!start.value().equals(first.value())) {
            problems.error(
                    "not-cumulative",
                    start.place(),
                    "this count begins on %s, and the first of its chip on %s: a table of single quarters. Maybe the cumulative table of the same chips?"
                            .formatted(start.value(), first.value()));
        }
    }

    private Optional<LocalDate> date(Text text) {
        try {
            return Optional.of(LocalDate.parse(text.value(), DATE));
        } catch (DateTimeException e) {
            problems.error(
                    "not-a-date",
                    text.place(),
                    "'%s' is not a date as 2025-12-31 or 12/31/2025".formatted(text.value()));
            return Optional.empty();
        }
    }
}
