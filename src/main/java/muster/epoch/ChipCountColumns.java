package muster.epoch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import muster.diagnostic.Nearest;
import muster.diagnostic.Problems;
import muster.document.yaml.Csv;
import muster.document.yaml.Text;

/** The columns of a table of chip counts, which differ in order and in name from file to file. */
enum ChipCountColumns {
    NAME("Name"),
    MANUFACTURER("Chip manufacturer"),
    OWNER("Owner"),
    START("Start date"),
    END("End date"),
    CHIP("Chip type"),
    INCOMPLETE("Incomplete"),
    NOTES("Notes"),
    SOURCE("Source / Link"),
    CHIPS_P5("Number of units (5th percentile)", "Number of Units (5th percentile)"),
    CHIPS_P50("Number of units (median)", "Number of Units (median)", "Number of Units"),
    CHIPS_P95("Number of units (95th percentile)", "Number of Units (95th percentile)"),
    H100E_P5("Compute estimate in H100e (5th percentile)", "H100e (5th percentile)"),
    H100E_P50("Compute estimate in H100e (median)"),
    H100E_P95("Compute estimate in H100e (95th percentile)", "H100e (95th percentile)"),
    MW_P5("Power in MW (5th percentile)"),
    MW_P50("Power in MW (median)"),
    MW_P95("Power in MW (95th percentile)"),
    WATTS_P5("Total TDP (W) (5th percentile)"),
    WATTS_P50("Total TDP (W)"),
    WATTS_P95("Total TDP (W) (95th percentile)");

    private static final Map<String, ChipCountColumns> BY_NAME = byName();

    private final String[] names;

    ChipCountColumns(String... names) {
        this.names = names;
    }

    private static Map<String, ChipCountColumns> byName() {
        Map<String, ChipCountColumns> byName = new LinkedHashMap<>();
        for (ChipCountColumns column : values()) {
            for (String name : column.names) {
                byName.put(name, column);
            }
        }
        return byName;
    }

    /** Where the columns of a table stand; what looks misspelt, and what is missing, is reported. */
    static Map<ChipCountColumns, Integer> of(Csv table, Problems problems) {
        Map<ChipCountColumns, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < table.head().size(); i++) {
            Text name = table.head().get(i);
            ChipCountColumns column = BY_NAME.get(name.value());
            if (column == null) {
                // The publisher adds columns of its own; one that looks like a column that is read is misspelt.
                Nearest.to(name.value(), BY_NAME.keySet())
                        .ifPresent(near -> problems.error(
                                "unknown-column",
                                name.place(),
                                "no column of Epoch's chip counts is named '%s'. Maybe %s?"
                                        .formatted(name.value(), near)));
            } else if (places.put(column, i) != null) {
                problems.error(
                        "duplicate-column",
                        name.place(),
                        "a second column holds what '%s' means".formatted(name.value()));
            }
        }
        TreeSet<ChipCountColumns> missing = new TreeSet<>(java.util.List.of(
                MANUFACTURER, START, END, CHIPS_P5, CHIPS_P50, CHIPS_P95, H100E_P5, H100E_P50, H100E_P95));
        missing.removeAll(places.keySet());
        missing.forEach(column -> problems.error(
                "missing-column", table.head().get(0).place(), "there is no column '%s'".formatted(column.names[0])));
        return places;
    }

    static Optional<Text> cell(
            Map<ChipCountColumns, Integer> places, java.util.List<Text> row, ChipCountColumns column) {
        return Optional.ofNullable(places.get(column)).map(row::get);
    }
}
