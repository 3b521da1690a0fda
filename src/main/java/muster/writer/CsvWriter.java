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
    private static final String KEPT = "\n\t";
    private static final String STARTS = "=+-@\n\r\t";
    // Perhaps with its unit, as -1.5 or -3% or +2 token/s, or the dash for none: there is nothing to compute in these.
    private static final Pattern NUMBER =
            Pattern.compile("-|[-+](\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?(%| [A-Za-z$%][A-Za-z0-9/%^.*-]*)?");

    @Override
    public String write(View view) {
        return of(view.rows());
    }

    /** A table with its head. */
    public static String of(Grid grid) {
        return line(grid.head()) + grid.texts().stream().map(CsvWriter::line).collect(Collectors.joining());
    }

    /** Cells as a line, in which nothing is a formula and every control character is shown. */
    public static String line(List<String> cells) {
        return Csv.line(cells.stream().map(CsvWriter::cell).toList());
    }

    // What a spreadsheet would compute stands behind an apostrophe, which makes it text: the advice of OWASP.
    private static String cell(String text) {
        boolean formula = !text.isEmpty()
                && STARTS.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        return (formula ? "'" : "") + Harmless.only(KEPT, text);
    }
}
