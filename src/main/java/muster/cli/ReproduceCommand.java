package muster.cli;

import java.util.List;
import java.util.concurrent.Callable;
import muster.catalog.Shelf;
import muster.diagnostic.Nearest;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.published.Group;
import muster.published.Replay;
import muster.published.Replays;
import muster.view.published.ReplayView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muster reproduce}: published figures beside ours. */
@Command(
        name = "reproduce",
        description = "Published figures beside ours, with a verdict and the reason.",
        mixinStandardHelpOptions = true)
final class ReproduceCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private CatalogOption catalog = new CatalogOption();

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "Only the figures whose id begins so, as finnveden-2023.fn8.")
    private @Nullable String id;

    @Option(
            names = "--group",
            paramLabel = "GROUP",
            description = "Only the publications of a group: ${COMPLETION-CANDIDATES}.")
    private @Nullable Group group;

    @Option(
            names = "--strict",
            description = "Exits with 1 when a verdict does not hold, as a figure marked reproduced that is not.")
    private boolean strict;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        Problems problems = new Problems();
        Shelf shelf = catalog.shelf(problems);
        Replays all = new Replays(shelf, problems);
        List<Replay> replays =
                all.of(each -> group == null || group == each, each -> id == null || each.startsWith(id));
        if (replays.isEmpty() && problems.none()) {
            problems.error(
                    "unknown-id",
                    Place.argument("--id " + id),
                    "no published figure%s has an id that begins so.%s"
                            .formatted(
                                    group == null ? "" : " of the group " + group,
                                    Nearest.maybe(String.valueOf(id), all.like(String.valueOf(id)))));
        }
        problems.orThrow();
        format.print(
                new ReplayView(replays, shelf.edition()), spec.commandLine().getOut());
        return strict && !replays.stream().allMatch(Replay::holds) ? Exit.FAILED : Exit.GOOD;
    }
}
