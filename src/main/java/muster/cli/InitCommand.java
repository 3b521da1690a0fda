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
import muster.cli.option.WholeFile;
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
    public Integer call() {
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
            WholeFile.write(folder, file.getKey(), content(file.getValue()), problems);
            problems.orThrow();
            out.println("wrote " + path);
        }
        out.println(
                "Next: muster estimate " + folder.resolve("my-scenario.yaml").normalize());
        return ExitStatus.GOOD;
    }

    private static String content(String resource) {
        try (InputStream content = InitCommand.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
