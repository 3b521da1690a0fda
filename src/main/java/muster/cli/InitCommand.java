package muster.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import muster.catalog.BuiltIn;
import muster.catalog.Entry;
import muster.cli.option.WholeFile;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.scenario.NewEntry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster init}: a starter scenario and overlay to edit, or a file for a new entry of the catalog. */
@Command(
        name = "init",
        description =
                "Writes a commented starter scenario and a catalog overlay to edit, or a file for a new chip, model or fleet.",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    private static final String CATALOG = "my-catalog";
    private static final Map<String, String> FILES = files();

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", arity = "0..1", defaultValue = ".", description = "Where to write; default here.")
    private Path folder;

    @Option(names = "--chip", paramLabel = "ID", description = "Writes a file for a new chip instead.")
    private @Nullable String chip;

    @Option(names = "--model", paramLabel = "ID", description = "Writes a file for a new model instead.")
    private @Nullable String model;

    @Option(
            names = "--fleet",
            paramLabel = "ID",
            arity = "0..1",
            fallbackValue = "my-fleet",
            description = "Writes a file for a new fleet instead; default ${FALLBACK-VALUE}.")
    private @Nullable String fleet;

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("my-scenario.yaml", "my-scenario.yaml");
        files.put(CATALOG + "/my-h100.yaml", "my-h100.yaml");
        return files;
    }

    @Override
    public Integer call() {
        Problems problems = new Problems();
        Map<String, String> files = new LinkedHashMap<>();
        begin(NewEntry.CHIP, chip, files, problems);
        begin(NewEntry.MODEL, model, files, problems);
        begin(NewEntry.FLEET, fleet, files, problems);
        boolean entries = !files.isEmpty() || !problems.none();
        if (!entries) {
            for (Map.Entry<String, String> file : FILES.entrySet()) {
                files.put(file.getKey(), resource(file.getValue()));
            }
        }
        for (String file : files.keySet()) {
            Path path = folder.resolve(file);
            if (Files.exists(path)) {
                problems.error(
                        "file-exists",
                        Place.argument(path.toString()),
                        "this file is there already and is left as it is. Maybe another folder: muster init DIR?");
            }
        }
        problems.orThrow();
        PrintWriter out = spec.commandLine().getOut();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey()).normalize();
            WholeFile.write(folder, file.getKey(), file.getValue(), problems);
            problems.orThrow();
            out.println("wrote " + path);
        }
        out.println(
                entries
                        ? "Next: put your values in, then muster catalog --catalog %s validate"
                                .formatted(folder.resolve(CATALOG).normalize())
                        : "Next: muster estimate "
                                + folder.resolve("my-scenario.yaml").normalize());
        return ExitStatus.GOOD;
    }

    private static void begin(NewEntry entry, @Nullable String id, Map<String, String> files, Problems problems) {
        if (id == null) {
            return;
        }
        Place place = Place.argument(entry.option() + " " + id);
        Entry.checkId(new Text(id, place), problems);
        if (BuiltIn.load().ids(entry.kind()).contains(id)) {
            problems.error(
                    "duplicate-id",
                    place,
                    "there is a %s '%s'. Maybe an id of your own? muster catalog show %s prints what one can change"
                            .formatted(entry.kind().name(), id, id));
        }
        String path = "%s/%s.yaml".formatted(CATALOG, id);
        if (files.put(path, entry.text(id)) != null) {
            problems.error("duplicate-id", place, "two entries would be written to " + path);
        }
    }

    private static String resource(String name) {
        try (InputStream content = InitCommand.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
