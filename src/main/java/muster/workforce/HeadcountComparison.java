package muster.workforce;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * A head-count that a workforce is held against.
 *
 * @param id the id of the head-count
 * @param people the people
 */
record HeadcountComparison(String id, Input people) {

    static List<HeadcountComparison> all(Optional<List<Text>> named, Catalog catalog, Problems problems) {
        List<Text> ids = named.orElseGet(() -> catalog.ids(Headcount.KIND).stream()
                .map(id -> new Text(id, Place.argument(id)))
                .toList());
        List<HeadcountComparison> comparisons = new ArrayList<>();
        ids.forEach(id -> catalog.bind(Headcount.KIND, id, WorkforceFigures.COMPARED + id.value(), problems)
                .ifPresent(headcount -> comparisons.add(new HeadcountComparison(id.value(), headcount.people()))));
        return comparisons;
    }

    /** Records the work over what the people do, who each do a researcher-month a month: serial speed is counted. */
    void work(Chain chain, Figure work) {
        Figure theirs = chain.input(people, "").times(Supervision.pace(chain));
        work.over(theirs).as(WorkforceFigures.WORK_COMPARED + id, "", "1");
    }

    /** Records the parallel researchers over the people. */
    void apply(Chain chain, Figure researchers) {
        researchers.over(chain.input(people, "")).as(WorkforceFigures.COMPARED + id, "", "1");
    }
}
