package muster.cli;

import java.util.List;
import muster.diagnostic.Nearest;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster help catalog list}: what {@code muster catalog list --help} says. */
@Command(name = "help", description = "The options of a command, as muster help catalog list.", helpCommand = true)
final class HelpCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "A command, and one below it.")
    private List<String> words = List.of();

    @Override
    public void run() {
        CommandLine shown = spec.parent().commandLine();
        for (String word : words) {
            CommandLine below = shown.getSubcommands().get(word);
            if (below == null) {
                Problems problems = new Problems();
                problems.error("unknown-command", Place.argument(word), unknown(shown, word));
                problems.orThrow();
            } else {
                shown = below;
            }
        }
        shown.usage(spec.commandLine().getOut());
    }

    private static String unknown(CommandLine above, String word) {
        List<String> names = List.copyOf(above.getSubcommands().keySet());
        return names.isEmpty()
                ? "%s has no commands below it".formatted(above.getCommandName())
                : "there is no command '%s'; there are %s.%s"
                        .formatted(word, String.join(", ", names), Nearest.maybe(word, names));
    }
}
