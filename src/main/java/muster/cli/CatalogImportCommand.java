package muster.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import muster.catalog.Entry;
import muster.cli.option.Arguments;
import muster.cli.option.OutputTarget;
import muster.diagnostic.Problems;
import muster.epoch.ChipCounts;
import muster.epoch.FleetFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code muster catalog import}: published tables and files of models as entries of the catalog. */
@Command(
        name = "import",
        description = "Turns published tables and files of models into entries of the catalog.",
        subcommands = {CatalogImportCommand.EpochChipCounts.class, CatalogImportHubCommand.class},
        mixinStandardHelpOptions = true)
final class CatalogImportCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CatalogCommand catalog;

    /** Whether {@code --rough} is there. */
    boolean rough() {
        return catalog.rough();
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "epoch-chip-counts",
            description = "Epoch AI's cumulative tables of chips by maker, owner and quarter, as one fleet.",
            mixinStandardHelpOptions = true)
    static final class EpochChipCounts implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Parameters(
                paramLabel = "FILE",
                arity = "1..*",
                description = "The tables: by chip, by owner and chip, and totals; in any order.")
        private List<Path> files = List.of();

        @Option(names = "--id", paramLabel = "ID", description = "The id of the fleet; default ${DEFAULT-VALUE}.")
        private String id = "epoch-chip-counts";

        @Option(
                names = "--source",
                paramLabel = "TEXT",
                description = "The source as it is to be cited, with date and commit; default ${DEFAULT-VALUE}.")
        private String source = "Epoch AI, ai-chip-counts; CC-BY 4.0";

        @Option(
                names = "--title",
                paramLabel = "TEXT",
                description = "What the fleet is, in one line; default ${DEFAULT-VALUE}.")
        private String title = "AI chips sold, by chip, owner and quarter, as Epoch AI counts them";

        @Option(names = "--out", paramLabel = "FILE", description = "Where to write; default standard output.")
        private @Nullable OutputTarget out;

        @Override
        public Integer call() {
            Problems problems = new Problems();
            Entry.checkId(Arguments.text("--id", id), problems);
            ChipCounts counts = ChipCounts.read(files, problems);
            problems.orThrow();
            String text = FleetFile.of(counts, id, title, source);
            if (out == null) {
                spec.commandLine().getOut().print(text);
            } else {
                out.write(text, problems);
                problems.orThrow();
                spec.commandLine().getOut().println("wrote " + out);
                counts.remarks().forEach(remark -> spec.commandLine().getOut().println("  " + remark));
            }
            return ExitStatus.GOOD;
        }
    }
}
