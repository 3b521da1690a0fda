package muster.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import muster.catalog.Catalog;
import muster.catalog.EntryKind;
import muster.cli.option.CatalogOption;
import muster.diagnostic.Nearest;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muster catalog}: what is in the catalog. */
@Command(
        name = "catalog",
        description = "What is in the catalog, where it comes from, and whether it is sound.",
        mixinStandardHelpOptions = true,
        subcommands = {
            CatalogListCommand.class,
            CatalogShowCommand.class,
            CatalogExplainCommand.class,
            CatalogDiffCommand.class,
            CatalogLintCommand.class,
            CatalogFreshnessCommand.class,
            CatalogSchemaCommand.class,
            CatalogSetCommand.class,
            CatalogImportCommand.class,
            CatalogValidateCommand.class
        })
final class CatalogCommand implements Runnable {
    // Options say model where the catalog has architectures.
    private static final Map<String, String> CALLED = Map.of("model", "architecture", "models", "architecture");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private CatalogOption catalog = new CatalogOption();

    @Override
    public void run() {
        spec.commandLine().usage(out());
    }

    /** The catalog with the folders of the command line on it; stops where they have problems. */
    Catalog catalog() {
        Problems problems = new Problems();
        Catalog shelf = catalog.catalog(problems);
        problems.orThrow();
        return shelf;
    }

    /** Whether a kind of model that is not known is counted roughly. */
    boolean rough() {
        return catalog.rough();
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** The kind of a name such as {@code chip}, {@code chips}, {@code chip/v1} or {@code model}, or nothing with the nearest reported. */
    static Optional<EntryKind<?>> kind(Catalog shelf, String name, Problems problems) {
        String asked = CALLED.getOrDefault(name, name);
        for (EntryKind<?> kind : shelf.kinds()) {
            if (asked.equals(kind.name()) || asked.equals(kind.folder()) || asked.equals(kind.schema())) {
                return Optional.of(kind);
            }
        }
        List<String> names = shelf.kinds().stream().map(EntryKind::name).toList();
        List<String> spellings = Stream.concat(
                        CALLED.keySet().stream(),
                        shelf.kinds().stream().flatMap(kind -> Stream.of(kind.name(), kind.folder())))
                .toList();
        problems.error(
                "unknown-kind",
                Place.argument(name),
                "there is no kind '%s'; there are %s.%s"
                        .formatted(name, String.join(", ", names), Nearest.maybe(name, spellings)));
        return Optional.empty();
    }
}
