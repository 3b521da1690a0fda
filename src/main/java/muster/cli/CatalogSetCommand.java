package muster.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import muster.catalog.Catalog;
import muster.catalog.Overlay;
import muster.cli.option.WholeFile;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Edit;
import muster.document.yaml.PathValue;
import muster.document.yaml.TextFile;
import muster.file.OutputFile;
import muster.scenario.Overlays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code muster catalog set}: changes values of a file and leaves every other byte of it. */
@Command(
        name = "set",
        description = {
            "Changes values in a YAML file, or mappings between brackets, or adds keys,",
            "and leaves every other byte, comments too, as it is.",
            "Nothing is written unless the file is sound afterwards."
        },
        mixinStandardHelpOptions = true)
final class CatalogSetCommand implements Callable<Integer> {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CatalogCommand catalog;

    @Parameters(index = "0", paramLabel = "FILE", description = "The file.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "PATH=VALUE",
            description =
                    "As 'power.tdp=640 W'; in a file of several entries after the id, as 'my-chip.power.tdp=640 W'.")
    private List<String> assignments = List.of();

    @Override
    public Integer call() {
        Problems problems = new Problems();
        Optional<String> read = TextFile.read(file, problems);
        problems.orThrow();
        String text = read.orElseThrow();
        List<String> lines = new ArrayList<>();
        for (String assignment : assignments) {
            text = changed(text, assignment, lines, problems);
        }
        problems.orThrow();
        check(text, problems);
        problems.orThrow();
        String edited = text;
        WholeFile.attempt(file, () -> write(read.orElseThrow(), edited), problems);
        problems.orThrow();
        lines.forEach(catalog.out()::println);
        return ExitStatus.GOOD;
    }

    // Unless the file was changed since it was read, in which case the change would be lost.
    private void write(String before, String after) throws IOException {
        try (OutputFile whole = OutputFile.open(file)) {
            String now = Files.readString(whole.path());
            String mark = now.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
            if (!now.equals(mark + before)) {
                throw new IOException("it was changed meanwhile; the same command again begins from what it is now");
            }
            whole.replace(out -> out.write((mark + after).getBytes(StandardCharsets.UTF_8)));
        }
    }

    private String changed(String text, String assignment, List<String> lines, Problems problems) {
        Optional<PathValue> parts = PathValue.of(assignment);
        if (parts.isEmpty()) {
            problems.error("set", Place.argument(assignment), "an assignment is path=value, as 'power.tdp=640 W'");
            return text;
        }
        String path = parts.get().path();
        String value = parts.get().value();
        return Edit.set(file.toString(), text, path, value, problems)
                .map(edit -> {
                    lines.add("%s: %s: %s -> %s"
                            .formatted(edit.place(), path, edit.before().orElse("(new)"), value));
                    return edit.text();
                })
                .orElse(text);
    }

    // As it would stand on the catalog.
    private void check(String text, Problems problems) {
        Catalog shelf = catalog.catalog();
        Overlay edited = Overlay.text(file.toString(), text, shelf.kinds(), problems);
        Overlays.check(shelf.under(edited), edited, problems);
    }
}
