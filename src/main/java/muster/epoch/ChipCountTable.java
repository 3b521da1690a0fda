package muster.epoch;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.diagnostic.Problems;
import muster.document.yaml.Csv;
import muster.document.yaml.Text;

/** One table of Epoch's chip counts: cumulative, by chip, by owner and chip, or of a maker's chips together. */
final class ChipCountTable {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("M/d/[uuuu][uu]");

    private static final Pattern EXCLUDES = Pattern.compile("Excludes ([^.]*)\\.");

    private final Map<ChipCountColumns, Integer> places;
    private final Problems problems;
    private final Map<List<String>, Text> starts = new LinkedHashMap<>();
    private final List<ChipCountRow> counts = new ArrayList<>();
    private int incomplete;

    private ChipCountTable(Map<ChipCountColumns, Integer> places, Problems problems) {
        this.places = places;
        this.problems = problems;
    }

    /** The rows of a table; what is not understood is reported. */
    static ChipCountTable of(Csv csv, Problems problems) {
        int before = problems.reports();
        ChipCountTable table = new ChipCountTable(ChipCountColumns.of(csv, problems), problems);
        if (problems.reports() == before) {
            csv.rows().forEach(table::row);
        }
        return table;
    }

    /** The rows of quarters that are complete. */
    List<ChipCountRow> counts() {
        return counts;
    }

    /** How many rows Epoch marks as those of a quarter that is not complete. */
    int incomplete() {
        return incomplete;
    }

    private void row(List<Text> row) {
        if (cell(row, ChipCountColumns.INCOMPLETE)
                .filter(text -> !text.value().isEmpty())
                .isPresent()) {
            incomplete++;
            return;
        }
        int before = problems.reports();
        Optional<String> maker =
                cell(row, ChipCountColumns.MANUFACTURER).flatMap(text -> EpochNames.MAKERS.of(text, problems));
        Optional<Text> kind = cell(row, ChipCountColumns.CHIP);
        Optional<String> chip = kind.flatMap(text -> EpochNames.CHIPS.of(text, problems));
        Optional<String> owner =
                cell(row, ChipCountColumns.OWNER).flatMap(text -> EpochNames.OWNERS.of(text, problems));
        Optional<LocalDate> start = cell(row, ChipCountColumns.START).flatMap(this::date);
        Optional<LocalDate> end = cell(row, ChipCountColumns.END).flatMap(this::date);
        List<String> chips =
                numbers(row, "", ChipCountColumns.CHIPS_P5, ChipCountColumns.CHIPS_P50, ChipCountColumns.CHIPS_P95);
        List<String> h100e =
                numbers(row, "", ChipCountColumns.H100E_P5, ChipCountColumns.H100E_P50, ChipCountColumns.H100E_P95);
        List<String> power = places.containsKey(ChipCountColumns.MW_P50)
                ? numbers(row, " MW", ChipCountColumns.MW_P5, ChipCountColumns.MW_P50, ChipCountColumns.MW_P95)
                : numbers(row, " W", ChipCountColumns.WATTS_P5, ChipCountColumns.WATTS_P50, ChipCountColumns.WATTS_P95);
        if (problems.reports() == before && maker.isPresent() && start.isPresent() && end.isPresent()) {
            ChipCountRow count = new ChipCountRow(
                    maker.get(),
                    chip,
                    kind.map(Text::value).orElse(""),
                    owner,
                    end.get(),
                    chips,
                    h100e,
                    power,
                    cell(row, ChipCountColumns.NOTES)
                            .map(ChipCountTable::excluded)
                            .orElse(List.of()),
                    row.get(0));
            checkStart(count, row);
            counts.add(count);
        }
    }

    // "Excludes Microsoft, Meta. Estimates generated on: 04-22-2026"
    private static List<String> excluded(Text notes) {
        Matcher excludes = EXCLUDES.matcher(notes.value());
        return excludes.find() ? List.of(excludes.group(1).split(", ", -1)) : List.of();
    }

    // Each row of a cumulative table counts from the same day on; rows of single quarters begin where the last one
    // ended.
    private void checkStart(ChipCountRow count, List<Text> row) {
        Text start = cell(row, ChipCountColumns.START).orElseThrow();
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
            problems.error("not-a-date", text.place(), "'%s' is not a date as 12/31/2025".formatted(text.value()));
            return Optional.empty();
        }
    }

    private List<String> numbers(List<Text> row, String unit, ChipCountColumns... columns) {
        return Stream.of(columns)
                .flatMap(column -> cell(row, column).stream())
                .flatMap(text -> number(text).stream())
                .map(number -> number + unit)
                .toList();
    }

    private Optional<String> number(Text text) {
        if (text.value().matches("\\d{1,15}(\\.\\d{1,6})?")) {
            return Optional.of(text.value());
        }
        if (text.value().isEmpty()) {
            problems.error(
                    "missing-cell", text.place(), "this count lacks a percentile; a fleet is read with all three");
            return Optional.empty();
        }
        problems.error("not-a-number", text.place(), "'%s' is not a number as 1234.5".formatted(text.value()));
        return Optional.empty();
    }

    private Optional<Text> cell(List<Text> row, ChipCountColumns column) {
        return ChipCountColumns.cell(places, row, column);
    }
}
