package muster.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes what came of a fuzz run to its page. */
final class FuzzPage {
    private static final String BEGIN = "<!-- measured: fuzz -->\n";
    private static final String END = "<!-- measured until: fuzz -->";
    private static final Map<Integer, String> MEANING =
            Map.of(0, "a result", 1, "a result that fails, said", 2, "usage, said", 3, "a wrong file, said");

    private FuzzPage() {}

    static void write(Path page, FuzzTally tally) throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        Files.writeString(page, text.substring(0, begin) + table(tally) + text.substring(text.indexOf(END)));
    }

    private static String table(FuzzTally tally) {
        List<String> rows = new ArrayList<>(List.of("| what | how many |", "| --- | ---: |"));
        rows.add(row("runs", tally.runs()));
        tally.byStatus()
                .forEach((status, runs) -> rows.add(
                        row("exit status %s: %s".formatted(status, MEANING.getOrDefault(status, "a fault")), runs)));
        rows.add(row("crashes", tally.crashes()));
        rows.add(row("silent nonsense", tally.nonsense()));
        rows.add(row("slowest, ms", Math.round(tally.slowest().seconds() * 1e3)));
        rows.add(row("most heap in use, MB", mostHeap() / 1_000_000));
        return String.join("\n", rows) + "\n";
    }

    private static String row(String what, long count) {
        return "| %s | %s |".formatted(what, count);
    }

    private static long mostHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
