package muster.cli;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import muster.catalog.Catalog;
import muster.cli.option.FormatOption;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.hardware.Chip;
import muster.hardware.Lint;
import muster.view.catalog.LintView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code muster catalog lint}: whether the figures of chips are plausible. */
@Command(
        name = "lint",
        description = {
            "Whether the figures of chips are plausible, one against another and against chips of the same die.",
            "Exits with 1 when something is found that its chip does not waive."
        },
        mixinStandardHelpOptions = true)
final class CatalogLintCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CatalogCommand catalog;

    @Parameters(paramLabel = "CHIP", arity = "0..*", description = "Ids of chips; default all.")
    private List<String> ids = List.of();

    @Option(names = "--waived", description = "Shows what is waived too, with the reasons.")
    private boolean waived;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        Problems problems = new Problems();
        Catalog shelf = catalog.catalog();
        Set<String> known = shelf.ids(Chip.KIND);
        List<String> named = ids.stream()
                .map(id ->
                        shelf.named(Chip.KIND, new Text(id, Place.argument(id))).value())
                .toList();
        named.stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> problems.error(
                        "unknown-id",
                        Place.argument(id),
                        "there is no chip '%s'.%s".formatted(id, shelf.maybe(Chip.KIND, id))));
        problems.orThrow();
        Set<String> asked = ids.isEmpty() ? known : new TreeSet<>(named);
        List<Lint> found = Lint.all(shelf, problems).stream()
                .filter(lint -> asked.contains(lint.chip()))
                .toList();
        problems.orThrow();
        LintView view = new LintView(found, asked.size(), waived, shelf.edition());
        format.print(view, catalog.out());
        return found.stream().allMatch(lint -> lint.waived().isPresent()) ? ExitStatus.GOOD : ExitStatus.FAILED;
    }
}
