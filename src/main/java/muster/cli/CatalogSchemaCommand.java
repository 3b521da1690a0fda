package muster.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import muster.cli.option.WholeFile;
import muster.diagnostic.Problems;
import muster.request.EntryKinds;
import muster.view.Data;
import muster.view.catalog.CatalogSchemas;
import muster.writer.JsonWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code muster catalog schema}: JSON Schemas, by which editors complete and check the files. */
@Command(
        name = "schema",
        description = "Writes JSON Schemas (draft 7) of all kinds of files, by which editors complete and check them.",
        mixinStandardHelpOptions = true)
final class CatalogSchemaCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CatalogCommand catalog;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "schema",
            description = "Where to; default ${DEFAULT-VALUE}.")
    private Path folder = Path.of("schema");

    @Override
    public Integer call() {
        Problems problems = new Problems();
        for (Map.Entry<String, Data> file : CatalogSchemas.of(EntryKinds.ALL).entrySet()) {
            WholeFile.write(folder, file.getKey(), JsonWriter.of(file.getValue()), problems);
            problems.orThrow();
            catalog.out().println("wrote " + folder.resolve(file.getKey()));
        }
        return ExitStatus.GOOD;
    }
}
