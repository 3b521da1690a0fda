package muster.cli.option;

import java.io.PrintWriter;
import muster.view.View;
import muster.writer.OutputFormat;
import picocli.CommandLine.Option;

/** The option that chooses the format of a result: every command that shows a view has every format. */
public final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private OutputFormat format = OutputFormat.TABLE;

    /** Writes a view in the format that was asked for. */
    public void print(View view, PrintWriter out) {
        out.print(format.write(view));
    }
}
