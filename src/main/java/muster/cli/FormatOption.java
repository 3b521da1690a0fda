package muster.cli;

import picocli.CommandLine.Option;

/** The option that chooses the format of a result. */
final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Output output = Output.TABLE;

    Output output() {
        return output;
    }
}
