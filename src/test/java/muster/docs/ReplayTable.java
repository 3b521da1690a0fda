package muster.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import muster.catalog.Shelf;
import muster.diagnostic.Problems;
import muster.published.Publication;
import muster.published.Replay;
import muster.published.Replays;
import muster.report.Grid;
import muster.report.ReplayReport;
import muster.scenario.Catalog;

/** Every published figure beside ours. */
final class ReplayTable {
    private ReplayTable() {}

    static Table of() {
        Problems problems = new Problems();
        Shelf shelf = Catalog.shelf(
                Stream.concat(Catalog.KINDS.stream(), Stream.of(Publication.KIND))
                        .toList(),
                List.of(),
                problems);
        List<Replay> replays = new Replays(shelf, problems).of(group -> true, id -> true);
        assertThat(problems.sorted()).isEmpty();
        Grid grid = ReplayReport.grid(replays);
        return new Table(grid.head(), grid.rows());
    }
}
