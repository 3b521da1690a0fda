package muster.fleet.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import muster.diagnostic.Problems;
import muster.document.Keywords;
import muster.document.yaml.Text;
import muster.format.Precision;

/**
 * What is counted of a fleet, row by row.
 *
 * @param by what its rows tell apart
 * @param precision the precision at which rates count
 * @param h100e how chips are counted as H100
 * @param uses what chips can be used for, by the name of the chip, where rows tell that apart
 */
public record FleetCounting(By by, Precision precision, H100eCount h100e, Map<String, ServingUse> uses) {

    public FleetCounting {
        uses = Collections.unmodifiableMap(new LinkedHashMap<>(uses));
    }

    /** Of a fleet alone, of which nothing is known of the uses of its chips. */
    public FleetCounting(By by, Precision precision, H100eCount h100e) {
        this(by, precision, h100e, Map.of());
    }

    /** What rows tell apart. */
    public enum By {
        CHIP,
        OWNER,
        VENDOR,
        DATE,
        /** By what chips can be used for; not of a fleet alone. */
        USE;

        private static final By[] OF_A_FLEET = {CHIP, OWNER, VENDOR, DATE};

        /** The rows of a fleet alone that a text names, or nothing with the nearest reported. */
        public static Optional<By> parse(Text text, Problems problems) {
            return Keywords.of(text, OF_A_FLEET, problems);
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reports several dates without rows for them. */
    public void checkRows(FleetDates dates, Problems problems) {
        if (dates.days().size() > 1 && by != By.DATE) {
            problems.error("dates", dates.place(), "several dates are rows. Maybe --by date?");
        }
    }

    /** Chip by chip, at 16 bits and on the 8-bit basis. */
    static FleetCounting listing() {
        return new FleetCounting(By.CHIP, Precision.SIXTEEN_BIT, H100eCount.STANDARD);
    }

    /** By what chips can be used for, at 16 bits and on the 8-bit basis. */
    static FleetCounting byUse(Map<String, ServingUse> known) {
        return new FleetCounting(By.USE, Precision.SIXTEEN_BIT, H100eCount.STANDARD, known);
    }
}
