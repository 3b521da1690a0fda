package muster.document.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;

/**
 * Comma-separated values by RFC 4180, read with places and written. Lines that begin with {@code #} are comments, and empty lines are passed over.
 *
 * @param head the names of the columns, where they stand
 * @param rows the cells, each row as long as the head
 */
public record Csv(List<Text> head, List<List<Text>> rows) {
    private static final List<String> SEPARATORS = List.of(";", "\t");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("\\d,\\d");

    public Csv {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The table of a file, or nothing with problems reported. */
    public static Optional<Csv> read(Path file, Problems problems) {
        return TextFile.read(file, problems).flatMap(text -> of(file.toString(), text, problems));
    }

    /**
     * The table of a text.
     *
     * @param file the file, as problems should call it
     * @param text its content
     * @param problems where problems go
     */
    public static Optional<Csv> of(String file, String text, Problems problems) {
        int before = problems.reports();
        List<List<Text>> records = new Reader(file, text, problems).records();
        if (records.isEmpty() && problems.reports() == before) {
            problems.error("empty", new Place(file, 1, 1), "there is nothing in this file");
        }
        if (problems.reports() == before && apart(records.get(0), text, problems)) {
            return Optional.empty();
        }
        for (List<Text> record : records) {
            int width = records.get(0).size();
            if (record.size() != width) {
                problems.error(
                        "wrong-width",
                        record.get(0).place(),
                        "this row has %s cells, and the head has %s".formatted(record.size(), width));
            }
        }
        return problems.reports() > before
                ? Optional.empty()
                : Optional.of(new Csv(records.get(0), records.subList(1, records.size())));
    }

    // A head of one cell that holds another separator; then what its rows hold is told by the same line.
    private static boolean apart(List<Text> head, String text, Problems problems) {
        Optional<String> separator = Optional.of(head)
                .filter(cells -> cells.size() == 1)
                .flatMap(cells -> SEPARATORS.stream()
                        .filter(cells.get(0).value()::contains)
                        .findFirst());
        separator.ifPresent(found -> problems.error(
                "separator",
                head.get(0).place(),
                "cells stand apart by %s here, and are read by commas%s. Maybe %s?"
                        .formatted(
                                found.equals(";") ? "semicolons" : "tabs",
                                DECIMAL_COMMA.matcher(text).find()
                                        ? "; decimals have a comma, and are read by a point"
                                        : "",
                                head.get(0).value().replace(found, ","))));
        return separator.isPresent();
    }

    /**
     * Cells as a line that reads back as they are. In quotes stand cells that would break the line, and those that the reader
     * would take for a comment or strip.
     *
     * @param cells the cells; one alone that is empty is an empty line, which the reader passes over
     */
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String cell) {
        boolean plain = cell.matches("([^\",\r\n#\uFEFF][^\",\r\n]*)?") && cell.equals(cell.strip());
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** The index of the first column of a name, by its letters and digits in either case. */
    public Optional<Integer> column(String name) {
        return columns(name).stream().findFirst();
    }

    /** The indices of all columns of a name. */
    public List<Integer> columns(String name) {
        return IntStream.range(0, head.size())
                .filter(i -> plain(head.get(i).value()).equals(plain(name)))
                .boxed()
                .toList();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static final class Reader {
        private final String file;
        private final String text;
        private final Problems problems;
        private int at;
        private int line = 1;
        private int lineStart;

        Reader(String file, String text, Problems problems) {
            this.file = file;
            String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
            // Lines that end as on a Macintosh of old, which Excel still writes.
            this.text = marked.indexOf('\n') < 0 ? marked.replace('\r', '\n') : marked;
            this.problems = problems;
        }

        List<List<Text>> records() {
            List<List<Text>> records = new ArrayList<>();
            while (at < text.length()) {
                if (text.charAt(at) == '#') {
                    at = Math.max(at, end());
                    next();
                } else {
                    List<Text> record = record();
                    if (record.size() > 1 || !record.get(0).value().isEmpty()) {
                        records.add(record);
                    }
                }
            }
            return records;
        }

        private List<Text> record() {
            List<Text> cells = new ArrayList<>();
            cells.add(cell());
            while (at < text.length() && text.charAt(at) == ',') {
                at++;
                cells.add(cell());
            }
            next();
            return cells;
        }

        private Text cell() {
            Place place = new Place(file, line, at - lineStart + 1);
            if (at < text.length() && text.charAt(at) == '"') {
                return new Text(quoted(place), place);
            }
            int start = at;
            int end = end();
            int comma = text.indexOf(',', at);
            at = comma >= 0 && comma < end ? comma : end;
            return new Text(text.substring(start, at).strip(), place);
        }

        private String quoted(Place place) {
            StringBuilder value = new StringBuilder();
            for (at++; at < text.length(); at++) {
                char letter = text.charAt(at);
                if (letter == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    value.append(letter);
                    at++;
                } else if (letter == '"') {
                    at++;
                    return value.toString();
                } else {
                    value.append(letter);
                    if (letter == '\n') {
                        line++;
                        lineStart = at + 1;
                    }
                }
            }
            problems.error("open-quote", place, "a quotation begins here and does not end");
            return value.toString();
        }

        private int end() {
            int end = text.indexOf('\n', at);
            int found = end < 0 ? text.length() : end;
            return found > at && text.charAt(found - 1) == '\r' ? found - 1 : found;
        }

        // Over the rest of a line; after a closing quotation there should be none.
        private void next() {
            int end = text.indexOf('\n', at);
            String rest = text.substring(at, end < 0 ? text.length() : end).strip();
            if (!rest.isEmpty()) {
                problems.error(
                        "after-quote",
                        new Place(file, line, at - lineStart + 1),
                        "'%s' stands after a quotation".formatted(rest.length() > 20 ? rest.substring(0, 20) : rest));
            }
            at = end < 0 ? text.length() : end + 1;
            line++;
            lineStart = at;
        }
    }
}
