package muster.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import muster.catalog.Entry;
import muster.cli.option.Arguments;
import muster.cli.option.OutputTarget;
import muster.diagnostic.Problems;
import muster.model.huggingface.ConfigFiles;
import muster.model.huggingface.ConfigText;
import muster.model.huggingface.HuggingFace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code muster catalog import hf}: a model of Hugging Face as an entry of the catalog. */
@Command(
        name = "hf",
        description = "A model as a config.json of Hugging Face describes it, as a commented entry.",
        mixinStandardHelpOptions = true)
final class CatalogImportHubCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CatalogImportCommand tables;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..1",
            description =
                    "The config.json, or a folder that holds one; with hf_quant_config.json beside it, where it is.")
    private @Nullable String path;

    @Option(names = "--id", paramLabel = "ID", description = "The id of the model; default the name of its folder.")
    private @Nullable String id;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write; default standard output.")
    private @Nullable OutputTarget out;

    @Option(names = "--kinds", description = "Lists the kinds of models that are known, and writes nothing.")
    private boolean kinds;

    @Override
    public Integer call() {
        PrintWriter screen = spec.commandLine().getOut();
        if (kinds) {
            HuggingFace.kinds().forEach(screen::println);
            return ExitStatus.GOOD;
        }
        if (path == null) {
            throw new ParameterException(
                    spec.commandLine(), "hf needs a PATH to a config.json or its folder, or --kinds");
        }
        Problems problems = new Problems();
        String name = id == null ? ConfigText.id(path) : id;
        Entry.checkId(Arguments.text("--id", name), problems);
        Optional<HuggingFace.Found> found = new ConfigFiles(tables.rough()).found(path, problems);
        problems.orThrow();
        String text = ConfigText.of(found.orElseThrow(), name, path);
        if (out == null) {
            screen.print(text);
        } else {
            out.write(text, problems);
            problems.orThrow();
            screen.println("wrote %s".formatted(out));
        }
        return ExitStatus.GOOD;
    }
}
