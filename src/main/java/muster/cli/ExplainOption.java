package muster.cli;

import picocli.CommandLine.Option;

/** The option that asks how a result came about. */
final class ExplainOption {
    @Option(
            names = "--explain",
            description =
                    "Also shows how: every step with its expression and source, what takes the time, what was tried.")
    private boolean explain;

    boolean wanted() {
        return explain;
    }
}
