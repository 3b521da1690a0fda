package muster.epoch;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Csv;

/**
 * Epoch AI's chip counts, from the tables that it publishes.
 *
 * @param counts the rows of complete quarters, in the order of the files
 * @param incomplete how many rows of quarters that are not complete were left out
 */
public record ChipCounts(List<ChipCountRow> counts, int incomplete) {

    public ChipCounts {
        counts = List.copyOf(counts);
    }

    /** The counts of some tables; what is not understood is reported, and then the counts are not to be used. */
    public static ChipCounts read(List<Path> files, Problems problems) {
        List<ChipCountRow> counts = new ArrayList<>();
        int incomplete = 0;
        for (Path file : files) {
            ChipCountTable table = Csv.read(file, problems)
                    .map(csv -> ChipCountTable.of(csv, problems))
                    .orElse(null);
            if (table != null) {
                counts.addAll(table.counts());
                incomplete += table.incomplete();
            }
        }
        checkOnce(counts, problems);
        if (counts.stream().allMatch(count -> count.chip().isEmpty()) && problems.none()) {
            problems.error(
                    "no-chips",
                    new Place(files.get(0).toString(), 1, 1),
                    "there is no table by chip among the files, as nvidia_cumulative_by_chip.csv");
        }
        return new ChipCounts(counts, incomplete);
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
