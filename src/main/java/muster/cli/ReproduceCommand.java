package muster.cli;

import java.util.List;
import muster.catalog.Catalog;
import muster.cli.option.FormatOption;
import muster.diagnostic.Nearest;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.published.PublicationTopic;
import muster.published.PublishedReplay;
import muster.published.Replays;
import muster.view.published.ReplayView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster reproduce}: published figures beside ours. */
@Command(
        name = "reproduce",
        description = "Published figures beside ours, with a verdict and the reason.",
        mixinStandardHelpOptions = true)
final class ReproduceCommand extends CatalogResultCommand {
    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "Only the figures whose id begins so, as finnveden-2023.fn8.")
    private @Nullable String id;

    @Option(
            names = "--group",
            paramLabel = "GROUP",
            description = "Only the publications of a group: ${COMPLETION-CANDIDATES}.")
    private @Nullable PublicationTopic group;

    @Option(
            names = "--strict",
            description = "Exits with 1 when a verdict does not hold, as a figure marked reproduced that is not.")
    private boolean strict;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    int run(Catalog catalog, Problems problems) {
        Replays all = new Replays(catalog, problems);
        List<PublishedReplay> replays =
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
        format.print(new ReplayView(replays, catalog.edition()), out());
        return status(!strict || replays.stream().allMatch(PublishedReplay::holds));
    }
}
