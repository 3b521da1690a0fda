package muster.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import muster.catalog.Catalog;
import muster.catalog.Edition;
import muster.diagnostic.Problems;
import muster.published.Publication;
import muster.published.PublicationTopic;
import muster.published.PublishedReplay;
import muster.published.PublishedTable;
import muster.published.Replays;
import muster.published.TableCell;
import muster.scenario.ScenarioCatalog;
import muster.view.Grid;
import muster.view.published.ReplayView;

/** Published figures beside ours. */
final class ReplayTable {
    private static final String AS_ABOVE = "\u2033";

    private ReplayTable() {}

    /** Those of a group; what the rows of a printed table have in common stands in the first. */
    static PageTable of(String group) {
        List<PublishedReplay> replays = replays(PublicationTopic.valueOf(group.toUpperCase(Locale.ROOT)));
        Grid grid = new ReplayView(replays, new Edition("", "")).rows();
        List<List<String>> cells = grid.texts();
        List<List<String>> rows = new ArrayList<>();
        Optional<PublishedTable> last = Optional.empty();
        for (int i = 0; i < replays.size(); i++) {
            Optional<PublishedTable> table = replays.get(i).cell().map(TableCell::table);
            rows.add(
                    table.isPresent() && table.equals(last)
                            ? following(
                                    cells.get(i),
                                    cells.get(i - 1),
                                    table.get().published().value())
                            : cells.get(i));
            last = table;
        }
        return new PageTable(grid.head(), rows);
    }

    // Why and source, unless the row has its own, and what the table is.
    private static List<String> following(List<String> row, List<String> before, String caption) {
        List<String> cells = new ArrayList<>(row);
        cells.set(1, AS_ABOVE + row.get(1).substring(caption.length()));
        for (int i = row.size() - 2; i < row.size(); i++) {
            if (row.get(i).equals(before.get(i))) {
                cells.set(i, AS_ABOVE);
            }
        }
        return cells;
    }

    private static List<PublishedReplay> replays(PublicationTopic group) {
        Problems problems = new Problems();
        Catalog catalog = ScenarioCatalog.catalog(
                Stream.concat(ScenarioCatalog.KINDS.stream(), Stream.of(Publication.KIND))
                        .toList(),
                List.of(),
                problems);
        List<PublishedReplay> replays = new Replays(catalog, problems).of(group::equals, id -> true);
        assertThat(problems.sorted()).isEmpty();
        return replays;
    }
}
