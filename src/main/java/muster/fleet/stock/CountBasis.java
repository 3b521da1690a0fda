package muster.fleet.stock;

import java.util.Locale;

/** What a count of chips counts. Counts of different bases are never added. */
public enum CountBasis {
    /** A stock: chips that stand and run at the date. */
    INSTALLED("chips that stand and run"),
    /** A stock: chips sold up to the date, none of them retired. */
    CUMULATIVE_SOLD("chips sold up to the date"),
    /** A flow: chips made, bought or sold in a period that ends at the date. */
    FLOW("chips made or bought in a period"),
    /** Chips that someone means to have by the date. */
    PLAN("chips planned for the date");

    private final String words;

    CountBasis(String words) {
        this.words = words;
    }

    /** What is counted, in words. */
    public String words() {
        return words;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
