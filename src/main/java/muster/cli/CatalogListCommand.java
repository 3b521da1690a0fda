package muster.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import muster.catalog.Catalog;
import muster.catalog.Entry;
import muster.catalog.EntryKind;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.text.Harmless;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code muster catalog list}: every entry by kind. */
@Command(name = "list", description = "Entries by kind, with their titles.", mixinStandardHelpOptions = true)
final class CatalogListCommand implements Runnable {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CatalogCommand catalog;

    @Parameters(paramLabel = "KIND", arity = "0..1", description = "Only entries of a kind, as chip or model.")
    private @Nullable String kind;

    @Option(names = "--filter", paramLabel = "TEXT", description = "Only entries with this text in their id or title.")
    private String filter = "";

    @Override
    public void run() {
        Problems problems = new Problems();
        Catalog shelf = catalog.catalog();
        List<EntryKind<?>> kinds = kind == null
                ? shelf.kinds()
                : CatalogCommand.kind(shelf, kind, problems).stream()
                        .<EntryKind<?>>map(found -> found)
                        .toList();
        problems.orThrow();
        // Said only when all is read: an entry may name what is not there.
        List<String> said = new ArrayList<>();
        for (EntryKind<?> shown : kinds) {
            List<String> lines = shelf.ids(shown).stream()
                    .map(id -> line(shelf, shown, id, problems))
                    .filter(line -> line.toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT)))
                    .toList();
            if (!lines.isEmpty()) {
                said.add(shown.schema());
                said.addAll(lines);
            }
        }
        problems.orThrow();
        said.forEach(catalog.out()::println);
    }

    private static String line(Catalog shelf, EntryKind<?> kind, String id, Problems problems) {
        Optional<String> title =
                shelf.entry(kind, new Text(id, Place.argument(id)), problems).flatMap(Entry::title);
        return "  %-24s %s".formatted(id, Harmless.line(title.orElse(""))).stripTrailing();
    }
}
