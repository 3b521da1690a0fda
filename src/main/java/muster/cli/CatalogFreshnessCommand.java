package muster.cli;

import java.time.LocalDate;
import java.util.Optional;
import muster.catalog.Catalog;
import muster.catalog.Freshness;
import muster.cli.option.Arguments;
import muster.cli.option.FormatOption;
import muster.diagnostic.Problems;
import muster.view.catalog.FreshnessView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code muster catalog freshness}: how new the catalog is. */
@Command(
        name = "freshness",
        description =
                "The newest date of each kind of entry and owner, and what was announced and is not in the catalog.",
        mixinStandardHelpOptions = true)
final class CatalogFreshnessCommand implements Runnable {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CatalogCommand catalog;

    // The clock of the machine is no input: the same command prints the same on every day.
    @Option(names = "--as-of", paramLabel = "DATE", description = "Tells ages in months at a date, as 2026-11-30.")
    private @Nullable String asOf;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public void run() {
        Problems problems = new Problems();
        Catalog shelf = catalog.catalog();
        Optional<LocalDate> day = Arguments.day("--as-of", asOf, problems);
        Freshness freshness = Freshness.of(shelf, problems);
        problems.orThrow();
        format.print(new FreshnessView(freshness, day, shelf.edition()), catalog.out());
    }
}
