package muster.writer;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.document.yaml.Csv;
import muster.text.Harmless;
import muster.view.Grid;
import muster.view.View;

/** Rows for a spreadsheet: comma-separated values by RFC 4180, with the line ends of Unix. */
public final class CsvWriter implements ViewWriter {

    // Line ends and tabs are content of a cell.
    private static final String KEPT = "\n\r\t";
    private static final String STARTS = "=+-@\n\r\t";
    // Perhaps with its unit, as -1.5 or -3% or +2 token/s: no names, calls or references, so nothing to compute.
    private static final Pattern NUMBER =
            Pattern.compile("[-+](\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?(%| [A-Za-z$%][A-Za-z0-9/%^.*-]*)?");

    @Override
    public String write(View view) {
        return of(view.rows());
    }

    /** A table with its head. */
    public static String of(Grid grid) {
        return line(grid.head()) + grid.texts().stream().map(CsvWriter::line).collect(Collectors.joining());
    }

    /** Cells as a line, which our own reader of CSV gives back. */
    public static String line(List<String> cells) {
        return Csv.line(cells.stream().map(CsvWriter::cell).toList());
    }

    // What a spreadsheet would compute stands behind an apostrophe, by which it takes the rest as text: the advice of
    // OWASP.
    private static String cell(String text) {
        String shown = Harmless.only(KEPT, text);
        boolean formula = !shown.isEmpty()
                && STARTS.indexOf(shown.charAt(0)) >= 0
                && !NUMBER.matcher(shown).matches();
        return formula ? "'" + shown : shown;
    }
}
