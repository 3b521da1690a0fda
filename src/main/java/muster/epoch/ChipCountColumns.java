package muster.epoch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import muster.diagnostic.Nearest;
import muster.diagnostic.Problems;
import muster.document.yaml.Csv;
import muster.document.yaml.Text;

/**
 * The columns of a table of chip counts, which differ in order and in name from file to file and from edition to edition. Their
 * names are read by letters and digits, so that {@code end_date} is {@code End date}.
 */
enum ChipCountColumns {
    NAME("Name"),
    MANUFACTURER("Chip manufacturer", "Designer"),
    OWNER("Owner"),
    START("Start date", "Series start", "Series start date"),
    END("End date"),
    CHIP("Chip type"),
    INCOMPLETE("Incomplete"),
    NOTES("Notes"),
    CHIPS_P5("Number of units (5th percentile)", "units_p5"),
    CHIPS_P50("Number of units (median)", "Number of Units", "units_med"),
    CHIPS_P95("Number of units (95th percentile)", "units_p95"),
    H100E_P5("Compute estimate in H100e (5th percentile)", "H100e (5th percentile)", "h100e_p5"),
    H100E_P50("Compute estimate in H100e (median)", "H100e (median)", "h100e_med"),
    H100E_P95("Compute estimate in H100e (95th percentile)", "H100e (95th percentile)", "h100e_p95"),
    MW_P5("Power in MW (5th percentile)", "Power (MW) (5th percentile)", "power_mw_p5"),
    MW_P50("Power in MW (median)", "Power (MW) (median)", "power_mw_med"),
    MW_P95("Power in MW (95th percentile)", "Power (MW) (95th percentile)", "power_mw_p95"),
    WATTS_P5("Total TDP (W) (5th percentile)"),
    WATTS_P50("Total TDP (W)"),
    WATTS_P95("Total TDP (W) (95th percentile)"),
    /** What its publisher keeps for itself, and costs, which a fleet takes from the prices of its chips. */
    LEFT_OUT(
            "Source",
            "Source / Link",
            "Created",
            "Created By",
            "Last Modified",
            "Last Modified By",
            "Cost (USD) (5th percentile)",
            "Cost (USD) (median)",
            "Cost (USD) (95th percentile)",
            "cost_usd_p5",
            "cost_usd_med",
            "cost_usd_p95");

    private static final Map<String, ChipCountColumns> BY_NAME = byName();
    private static final Set<String> NAMES = names();

    private final List<String> names;

    ChipCountColumns(String... names) {
        this.names = List.of(names);
    }

    private static Map<String, ChipCountColumns> byName() {
        Map<String, ChipCountColumns> byName = new LinkedHashMap<>();
        for (ChipCountColumns column : values()) {
            column.names.forEach(name -> byName.put(plain(name), column));
        }
        return byName;
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (ChipCountColumns column : values()) {
            names.addAll(column.names);
        }
        return names;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
    }

    // Of a column that is this one: what it is called, without the spaces and line breaks of a file.
    private String known(String name) {
        return names.stream()
                .filter(known -> plain(known).equals(plain(name)))
                .findFirst()
                .orElse(names.get(0));
    }

    /**
     * Where the columns of a table stand.
     *
     * @param at the columns that are read
     * @param leftOut the names of those that are not
     */
    record Places(Map<ChipCountColumns, Integer> at, List<String> leftOut) {
        Optional<Text> cell(List<Text> row, ChipCountColumns column) {
            return Optional.ofNullable(at.get(column)).map(row::get);
        }

        boolean has(ChipCountColumns column) {
            return at.containsKey(column);
        }
    }

    /** Where the columns of a table stand; what is not known or missing, or stands twice, is reported. */
    static Places of(Csv table, Problems problems) {
        Map<ChipCountColumns, Integer> places = new EnumMap<>(ChipCountColumns.class);
        List<String> leftOut = new ArrayList<>();
        for (int i = 0; i < table.head().size(); i++) {
            Text name = table.head().get(i);
            ChipCountColumns column = BY_NAME.get(plain(name.value()));
            if (column == LEFT_OUT) {
                leftOut.add(column.known(name.value()));
            } else if (column == null) {
                problems.error(
                        "unknown-column",
                        name.place(),
                        "no column of Epoch's chip counts is named '%s'.%s"
                                .formatted(name.value(), Nearest.maybe(name.value(), NAMES)));
            } else if (places.put(column, i) != null) {
                problems.error(
                        "duplicate-column",
                        name.place(),
                        "a second column holds what '%s' means".formatted(name.value()));
            }
        }
        Set<ChipCountColumns> missing = new TreeSet<>(
                List.of(MANUFACTURER, START, END, CHIPS_P5, CHIPS_P50, CHIPS_P95, H100E_P5, H100E_P50, H100E_P95));
        Stream.of(EnumSet.range(MW_P5, MW_P95), EnumSet.range(WATTS_P5, WATTS_P95))
                .filter(power -> power.stream().anyMatch(places::containsKey))
                .forEach(missing::addAll);
        missing.removeAll(places.keySet());
        missing.forEach(column -> problems.error(
                "missing-column",
                table.head().get(0).place(),
                "there is no column '%s'".formatted(column.names.get(0))));
        return new Places(places, leftOut);
    }
}
