package muster.workforce;

import muster.document.In;
import muster.document.Range;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.unit.Quantity;

/**
 * When humans and AIs work.
 *
 * <p>A calendar in hours per day makes a researcher-month of 30 such days; one in hours per year makes it of a twelfth of the
 * hours, so that 2,000 hours a year are 166.7 a month.
 *
 * @param human the time that a human researcher works, in hours per day or per year
 * @param ai the time that an AI works, in hours per day or per year
 */
public record Calendar(
        @In(value = "h/day", range = Range.FRACTION) Input human,
        @In(value = "h/day", range = Range.FRACTION) Input ai) {
    private static final Source WORK =
            Source.of("definition", "a researcher-second is one researcher working for one second", Tier.DEFINITION);
    private static final Source MONTH = Source.of(
            "definition", "a researcher-month is the work of one researcher in a month of 30 days", Tier.DEFINITION);
    private static final Source TWELFTH = Source.of(
            "definition",
            "hours are given by the year: a researcher-month is a twelfth of a year's work",
            Tier.DEFINITION);
    private static final double MONTHS_IN_A_YEAR = 12;

    /**
     * The work in a researcher-month, in researcher-second/researcher-month: 864,000 with eight-hour days. The only place
     * where the two convert.
     */
    Figure researcherMonth(Chain chain) {
        Figure work = chain.constant(WorkforceFigures.CALENDAR_WORK, "", Quantity.of(1, "researcher-second/s"), WORK);
        boolean yearly = human.value().unit().symbol().endsWith("/year");
        Figure month = yearly
                ? chain.constant(
                        WorkforceFigures.CALENDAR_MONTH,
                        "",
                        Quantity.of(1 / MONTHS_IN_A_YEAR, "year/researcher-month"),
                        TWELFTH)
                : chain.constant(WorkforceFigures.CALENDAR_MONTH, "", Quantity.of(30, "day/researcher-month"), MONTH);
        return chain.input(human, "w_human")
                .times(month)
                .times(work)
                .as(WorkforceFigures.RESEARCHER_MONTH, "M", "researcher-second/researcher-month");
    }

    /** The part of the time that an AI works. */
    Figure aiTime(Chain chain) {
        return chain.input(ai, "w_ai");
    }
}
