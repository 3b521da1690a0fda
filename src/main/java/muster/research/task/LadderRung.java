package muster.research.task;

import java.util.Locale;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.unit.Quantity;

/**
 * A rung of the ladder of Ngo 2023, Clarifying and predicting AGI: an AI is a t-AGI that beats most experts at most tasks who have the
 * time t for them. A day, a month and a year are of working time, which the post leaves open: 8 h, 167 h and 2,000 h.
 */
public enum LadderRung {
    SECOND("1 s"),
    MINUTE("1 min"),
    HOUR("1 h"),
    DAY("8 h"),
    MONTH("167 h"),
    YEAR("2000 h");

    static final Source SOURCE = Source.of(
            "ngo-2023",
            "Ngo 2023, Clarifying and predicting AGI; a day is read as 8 h of work, a month as 167 h, a year as 2,000 h",
            Tier.ANALYST);

    private final Quantity length;

    LadderRung(String length) {
        this.length = Quantity.parse(length);
    }

    /** The longest task of an AI on it, in working time of a human. */
    public Quantity length() {
        return length;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
