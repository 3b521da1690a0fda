package muster.writer;

import java.util.List;
import java.util.stream.Collectors;
import muster.document.yaml.Csv;
import muster.view.Grid;
import muster.view.View;

/** Rows for a spreadsheet: comma-separated values by RFC 4180, with the line ends of Unix. */
public final class CsvWriter implements ViewWriter {

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
        return Csv.line(cells);
    }
}
