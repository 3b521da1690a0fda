package muster.accuracy.measurement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import muster.diagnostic.Nearest;
import muster.diagnostic.Problems;
import muster.document.yaml.Csv;
import muster.document.yaml.Text;

/**
 * Reads measurements from comma-separated values with a head. Columns may stand in any order; those that are not required may
 * be left out, and any cell of them may be empty.
 */
public final class MeasurementFile {
    /** Columns that every file has. */
    public static final List<String> REQUIRED =
            List.of("id", "chip", "model", "weights", "stack", "load", "prompt", "output", "metric", "value");

    /** Columns that a file may have. */
    public static final List<String> OPTIONAL = List.of(
            "chips",
            "kv",
            "version",
            "tensor",
            "data",
            "expert_tensor",
            "expert",
            "pipeline",
            "requests",
            "drafted",
            "acceptance",
            "prefill_workers",
            "prefill_chips",
            "rate",
            "duration",
            "cached",
            "slots",
            "chunk",
            "waves",
            "shortest",
            "streamed",
            "decode_workers",
            "origin",
            "date",
            "source",
            "note");

    private final Problems problems;
    private final Map<String, Integer> columns;
    private final Set<String> ids = new TreeSet<>();

    private MeasurementFile(Map<String, Integer> columns, Problems problems) {
        this.columns = columns;
        this.problems = problems;
    }

    /** The rows of a table, of which every problem is reported. */
    public static List<Measurement> read(Csv table, Problems problems) {
        Map<String, Integer> columns = new HashMap<>();
        Set<String> known = new TreeSet<>(REQUIRED);
        known.addAll(OPTIONAL);
        for (int i = 0; i < table.head().size(); i++) {
            Text name = table.head().get(i);
            if (!known.contains(name.value())) {
                problems.error(
                        "unknown-column",
                        name.place(),
                        "'%s' is not a column of measurements.%s"
                                .formatted(name.value(), Nearest.maybe(name.value(), known)));
            } else if (columns.put(name.value(), i) != null) {
                problems.error(
                        "duplicate-column", name.place(), "the column '%s' stands twice".formatted(name.value()));
            }
        }
        REQUIRED.stream()
                .filter(name -> !columns.containsKey(name))
                .forEach(name -> problems.error(
                        "missing-column", table.head().get(0).place(), "the column '%s' is missing".formatted(name)));
        if (!columns.keySet().containsAll(REQUIRED)) {
            return List.of();
        }
        if (table.rows().isEmpty()) {
            problems.error("empty", table.head().get(0).place(), "there is no row below the head");
        }
        MeasurementFile file = new MeasurementFile(columns, problems);
        List<Measurement> rows = new ArrayList<>();
        table.rows().forEach(cells -> file.row(cells).ifPresent(rows::add));
        return rows;
    }

    private Optional<Measurement> row(List<Text> cells) {
        int before = problems.reports();
        Row row = new Row(cells);
        Text id = row.text("id");
        if (id.value().isEmpty() || !ids.add(id.value())) {
            problems.error(
                    "duplicate-id",
                    id.place(),
                    id.value().isEmpty() ? "a row needs an id" : "the id '%s' stands twice".formatted(id.value()));
        }
        Optional<TrafficPattern> load = row.word("load", TrafficPattern.values());
        Optional<Metric> metric = row.word("metric", Metric.values());
        OptionalDouble value = row.number("value");
        Optional<MeasuredLayout> layout = row.layout();
        int chips = row.count("chips", layout.map(MeasuredLayout::chips).orElse(1));
        OptionalDouble requests = row.number("requests");
        load.filter(found -> needsRequests(found) && requests.isEmpty() && row.empty("note"))
                .ifPresent(found -> problems.error(
                        "missing-cell",
                        row.text("load").place(),
                        "%s rows state their requests, or say in a note why they cannot".formatted(found)));
        if (value.isEmpty() && problems.reports() == before) {
            problems.error("missing-cell", row.text("value").place(), "a row needs a value");
        }
        String chip = row.needed("chip");
        String model = row.needed("model");
        String stack = row.needed("stack");
        Measurement measurement = problems.reports() > before
                ? null
                : new Measurement(
                        id.place(),
                        id.value(),
                        chip,
                        chips,
                        model,
                        row.text("weights").value(),
                        row.text("kv").value(),
                        stack,
                        row.text("version").value(),
                        layout,
                        load.orElseThrow(),
                        requests,
                        row.number("prompt"),
                        row.number("output"),
                        row.drafted(),
                        row.number("acceptance"),
                        row.prefill(),
                        row.traffic(),
                        metric.orElseThrow(),
                        value.orElseThrow(),
                        row.text("origin").value(),
                        row.text("date").value(),
                        row.text("source").value(),
                        row.text("note").value());
        return problems.reports() > before ? Optional.empty() : Optional.ofNullable(measurement);
    }

    private static boolean needsRequests(TrafficPattern load) {
        return load == TrafficPattern.SERVED || load == TrafficPattern.STATIC;
    }

    /** The cells of a row by column. */
    private final class Row {
        private final List<Text> cells;

        Row(List<Text> cells) {
            this.cells = cells;
        }

        Text text(String column) {
            Integer at = columns.get(column);
            return at == null ? new Text("", cells.get(0).place()) : cells.get(at);
        }

        boolean empty(String column) {
            return text(column).value().isEmpty();
        }

        String needed(String column) {
            Text cell = text(column);
            if (cell.value().isEmpty()) {
                problems.error("missing-cell", cell.place(), "a row needs a %s".formatted(column));
            }
            return cell.value();
        }

        <E extends Enum<E>> Optional<E> word(String column, E[] words) {
            Text cell = text(column);
            Optional<E> found = Arrays.stream(words)
                    .filter(word -> word.toString().equals(cell.value()))
                    .findFirst();
            if (found.isEmpty()) {
                Set<String> names =
                        Arrays.stream(words).map(Enum::toString).collect(Collectors.toCollection(TreeSet::new));
                problems.error(
                        "unknown-word",
                        cell.place(),
                        "'%s' is not a %s; there are %s.%s"
                                .formatted(
                                        cell.value(),
                                        column,
                                        String.join(", ", names),
                                        Nearest.maybe(cell.value(), names)));
            }
            return found;
        }

        OptionalDouble number(String column) {
            Text cell = text(column);
            if (cell.value().isEmpty()) {
                return OptionalDouble.empty();
            }
            double value = cell.value().matches("[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")
                    ? Double.parseDouble(cell.value())
                    : Double.NaN;
            if (!(value > 0) || Double.isInfinite(value)) {
                problems.error(
                        "not-a-number",
                        cell.place(),
                        "%s is a number above 0, not '%s'".formatted(column, cell.value()));
                return OptionalDouble.empty();
            }
            return OptionalDouble.of(value);
        }

        int count(String column, int otherwise) {
            Text cell = text(column);
            if (cell.value().isEmpty()) {
                return otherwise;
            }
            if (!cell.value().matches("[0-9]{1,6}")) {
                problems.error(
                        "not-a-count", cell.place(), "%s is a whole number, not '%s'".formatted(column, cell.value()));
                return otherwise;
            }
            return Integer.parseInt(cell.value());
        }

        // A question mark stands where tokens were drafted and the source does not say how many.
        OptionalInt drafted() {
            return text("drafted").value().equals("?") ? OptionalInt.empty() : OptionalInt.of(count("drafted", 0));
        }

        Optional<PrefillServers> prefill() {
            return empty("prefill_chips")
                    ? Optional.empty()
                    : Optional.of(new PrefillServers(count("prefill_workers", 1), count("prefill_chips", 1)));
        }

        Traffic traffic() {
            return new Traffic(
                    number("rate"),
                    number("duration"),
                    number("cached"),
                    number("slots"),
                    number("chunk"),
                    number("waves"),
                    number("shortest"),
                    number("streamed"),
                    number("decode_workers"));
        }

        // Sources leave degrees of one empty, or write 0 for what does not apply.
        private int degree(String column, int otherwise) {
            return Math.max(1, count(column, otherwise));
        }

        Optional<MeasuredLayout> layout() {
            if (empty("tensor")) {
                return Optional.empty();
            }
            int tensor = degree("tensor", 1);
            int data = degree("data", 1);
            int expert = degree("expert", 1);
            return Optional.of(new MeasuredLayout(
                    tensor,
                    data,
                    degree("expert_tensor", Math.max(1, tensor * data / expert)),
                    expert,
                    degree("pipeline", 1)));
        }
    }
}
