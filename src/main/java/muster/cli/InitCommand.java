package muster.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster init}: a starter scenario and overlay to edit. */
@Command(
        name = "init",
        description = "Writes a commented starter scenario and a catalog overlay to edit.",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    private static final Map<String, String> FILES = files();

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", arity = "0..1", defaultValue = ".", description = "Where to write; default here.")
    private Path folder;

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("my-scenario.yaml", "my-scenario.yaml");
        files.put("my-catalog/my-h100.yaml", "my-h100.yaml");
        return files;
    }

    @Override
    public Integer call() throws IOException {
        Problems problems = new Problems();
        for (String file : FILES.keySet()) {
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
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Path path = folder.resolve(file.getKey()).normalize();
            write(path, file.getValue());
            out.println("wrote " + path);
        }
        out.println(
                "Next: muster estimate " + folder.resolve("my-scenario.yaml").normalize());
        return ExitStatus.GOOD;
    }

    // Written aside and moved, so that no half of a file is ever there.
    private static void write(Path path, String resource) throws IOException {
        Path parent = path.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path aside = Files.createTempFile(parent, ".muster", ".yaml");
        try (InputStream content = InitCommand.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            Files.write(aside, content.readAllBytes());
            Files.move(aside, path);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
