package muster.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import muster.document.yaml.TextFile;
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
    public Integer call() throws IOException {
        for (Map.Entry<String, Data> file : CatalogSchemas.of(EntryKinds.ALL).entrySet()) {
            Path path = folder.resolve(file.getKey());
            TextFile.write(path, JsonWriter.of(file.getValue()));
            catalog.out().println("wrote " + path);
        }
        return ExitStatus.GOOD;
    }
}
