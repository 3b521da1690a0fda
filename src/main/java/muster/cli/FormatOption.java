package muster.cli;

import java.io.PrintWriter;
import muster.view.View;
import muster.writer.OutputFormat;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that chooses the format of a result: every command that shows a view has every format. */
final class FormatOption {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private OutputFormat format = OutputFormat.TABLE;

    /** Writes a view in the format that was asked for. */
    void print(View view, PrintWriter out) {
        out.print(format.write(view));
    }

    /** The format, for commands whose result is no view yet: they write no page. */
    Output output() {
        if (format == OutputFormat.HTML) {
            throw new ParameterException(spec.commandLine(), "this command writes no page: --format table, for one");
        }
        return Output.valueOf(format.name());
    }
}
