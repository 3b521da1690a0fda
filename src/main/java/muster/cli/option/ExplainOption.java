package muster.cli.option;

import picocli.CommandLine.Option;

/** The option that asks how a result came about. */
public final class ExplainOption {
    @Option(
            names = "--explain",
            description =
                    "Also shows how: every step with its expression and source, what takes the time, what was tried.")
    private boolean explain;

    public boolean wanted() {
        return explain;
    }
}
