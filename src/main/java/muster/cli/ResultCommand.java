package muster.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What commands with a result do alike: options that do not go together are refused first, then the catalog is opened, problems
 * are collected and told all at once, the result is printed, and the exit status says how it ended.
 */
abstract class ResultCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public final Integer call() {
        checkOptions();
        Problems problems = new Problems();
        int status = run(catalog(problems), problems);
        problems.orThrow();
        return status;
    }

    /** The catalog with the folders of the command line on it; problems are reported. */
    abstract Catalog catalog(Problems problems);

    /**
     * Makes the result and prints it; {@code problems.orThrow()} stops where there is none.
     *
     * @return the exit status
     */
    abstract int run(Catalog catalog, Problems problems);

    /** Refuses options that do not go together, with {@link #usage}. */
    void checkOptions() {}

    /** The status of a result that is good or not. */
    static int status(boolean good) {
        return good ? ExitStatus.GOOD : ExitStatus.FAILED;
    }

    void print(String text) {
        out().print(text);
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** A command line that is wrong, to be thrown; the usage of the command is shown below the message. */
    ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
