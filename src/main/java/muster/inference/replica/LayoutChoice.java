package muster.inference.replica;

import java.util.Locale;

/** Which layouts a search tries. */
public enum LayoutChoice {
    /** All that fit. */
    ANY,
    /** Those of kinds that measured rows ran: {@link BenchmarkedLayouts}. */
    AS_BENCHMARKED;

    /** The other one. */
    public LayoutChoice other() {
        return this == ANY ? AS_BENCHMARKED : ANY;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
