package muster.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muster model}: what a model is, of the catalog or of a file. */
@Command(
        name = "model",
        description = "What a model is, keeps and computes, whatever it is served on.",
        mixinStandardHelpOptions = true,
        subcommands = ModelShowCommand.class)
final class ModelCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
