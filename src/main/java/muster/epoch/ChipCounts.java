package muster.epoch;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Csv;

/**
 * Epoch AI's chip counts, from the tables that it publishes.
 *
 * @param counts the rows of complete quarters, in the order of the files
 * @param partial the rows of quarters that are not complete
 * @param remarks what was left out, and what was taken otherwise than it is written
 */
public record ChipCounts(List<ChipCountRow> counts, List<ChipCountRow> partial, List<String> remarks) {

    public ChipCounts {
        counts = List.copyOf(counts);
        partial = List.copyOf(partial);
        remarks = List.copyOf(remarks);
    }

    /** The counts of some tables; what is not understood is reported, and then the counts are not to be used. */
    public static ChipCounts read(List<Path> files, Problems problems) {
        int before = problems.reports();
        ImportRemarks said = new ImportRemarks();
        List<ChipCountRow> rows = new ArrayList<>();
        files.forEach(file ->
                Csv.read(file, problems).ifPresent(csv -> rows.addAll(ChipCountTable.rows(csv, said, problems))));
        checkOnce(rows, problems);
        List<ChipCountRow> counts = rows.stream().filter(ChipCountRow::complete).toList();
        if (counts.stream().allMatch(ChipCountRow::isTotal) && problems.none()) {
            problems.error(
                    "no-chips",
                    new Place(files.get(0).toString(), 1, 1),
                    "there is no table by chip among the files that counts a complete quarter, as nvidia_cumulative_by_chip.csv");
        }
        List<ChipCountRow> partial =
                rows.stream().filter(Predicate.not(ChipCountRow::complete)).toList();
        List<String> remarks = new ArrayList<>(said.words());
        if (!partial.isEmpty()) {
            remarks.add(PartialQuarters.words(partial));
        }
        if (problems.reports() == before) {
            remarks.addAll(SumsOfChips.check(counts, problems));
        }
        return new ChipCounts(counts, partial, remarks);
    }

    private static void checkOnce(List<ChipCountRow> counts, Problems problems) {
        Map<List<Object>, ChipCountRow> seen = new LinkedHashMap<>();
        counts.forEach(count -> {
            ChipCountRow earlier = seen.putIfAbsent(List.of(count.series(), count.end()), count);
            if (earlier != null) {
                problems.error(
                        "duplicate-row",
                        count.row().place(),
                        "this count stands a second time; the first is at %s"
                                .formatted(earlier.row().place()));
            }
        });
    }

    /** The last complete quarter. */
    LocalDate last() {
        return counts.stream().map(ChipCountRow::end).max(LocalDate::compareTo).orElseThrow();
    }
}
