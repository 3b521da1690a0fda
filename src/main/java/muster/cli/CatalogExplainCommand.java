package muster.cli;

import java.util.List;
import muster.catalog.Address;
import muster.catalog.Catalog;
import muster.catalog.Explanation;
import muster.cli.option.FormatOption;
import muster.diagnostic.Problems;
import muster.view.catalog.ExplanationView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code muster catalog explain}: why a value is what it is. */
@Command(
        name = "explain",
        description = "Why a value is what it is: its source, what set it, and what it overrode.",
        mixinStandardHelpOptions = true)
final class CatalogExplainCommand implements Runnable {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CatalogCommand catalog;

    @Parameters(
            paramLabel = "ID.PATH",
            arity = "1..*",
            description = "Values, as nvidia-h100-sxm.peak.bf16; a mapping or an id alone stands for all below it.")
    private List<String> addresses = List.of();

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public void run() {
        Problems problems = new Problems();
        Catalog shelf = catalog.catalog();
        List<Explanation> explanations = addresses.stream()
                .flatMap(text -> Address.of(shelf, text, problems).stream())
                .flatMap(address -> Explanation.of(shelf, address, problems).stream())
                .toList();
        problems.orThrow();
        format.print(new ExplanationView(explanations, shelf.edition()), catalog.out());
    }
}
