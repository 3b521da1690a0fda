package muster.inference.replica;

import java.util.Locale;

/** Which layouts a search tries. */
public enum LayoutChoice {
    /** All that fit. */
    ANY,
    /** Those of kinds that measured rows ran: {@link BenchmarkedLayouts}. */
    AS_BENCHMARKED,
    /** Those of them that prefill on the chips that decode, as most public benchmarks run. */
    COLOCATED;

    /** What it is held against. */
    public LayoutChoice other() {
        return this == ANY ? AS_BENCHMARKED : ANY;
    }

    /** Whether layouts are tried whose prompts are prefilled on chips of their own, or on those that decode. */
    boolean tries(boolean apart) {
        return !apart || this != COLOCATED;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
