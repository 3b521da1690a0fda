package muster.workforce;

import java.util.Optional;
import java.util.stream.LongStream;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;
import muster.uncertainty.sampling.SampleBatch;
import muster.unit.Quantity;

/**
 * The course of a lead month by month: curves beside the record.
 *
 * <pre>
 * lead.research_part      the part of the fleet that did research, on average since the point before
 * lead.not_stolen         the probability that nothing is stolen until then
 * lead.cumulative         the researcher-months expected from now until then
 * lead.by_length          the researcher-months expected of a lead of that length
 * lead.worth_by_length    what the last month of a lead of that length adds to them
 * </pre>
 *
 * @param course the lead
 * @param months the last point, in months
 * @param step how far points are apart, in months
 */
record LeadCurves(LeadCourse course, long months, long step) {
    private static final double UPPER = 0.95;
    private static final int MOST_POINTS = 24;
    private static final long[] STEPS = {1, 2, 3, 6, 12, 24, 60};

    // As far as the lead reaches at the upper end of its duration: the same points in every draw.
    static LeadCurves of(LeadCourse course, Lead lead) {
        Chain aside = new Chain(upper(lead.duration()));
        // The end of a lead does not depend on the growth of the fleet.
        LeadCourse longest = new LeadCourse(aside, lead, Optional.of(aside.one()));
        long months = (long) Math.ceil(longest.ends().central("month").value());
        long step = LongStream.of(STEPS)
                .filter(each -> months <= each * MOST_POINTS)
                .findFirst()
                .orElse(-Math.floorDiv(-months, MOST_POINTS));
        return new LeadCurves(course, months, step);
    }

    private static SampleBatch upper(Input one) {
        return new SampleBatch() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public double[] of(Input input) {
                return input.equals(one) && !one.value().distribution().certain()
                        ? new double[] {one.value().distribution().quantile(UPPER)}
                        : SampleBatch.central().of(input);
            }
        };
    }

    /** Marks the points. */
    void mark(Figure workRate) {
        Figure month = course.month();
        Figure before = month.times(0);
        for (long at = step; at < months + step; at += step) {
            Quantity point = Quantity.of((double) at, "month");
            Figure time = month.times((double) at);
            Figure fleet = course.fleetTime(time);
            fleet.minus(before).over(month.times((double) step)).at(LeadFigures.RESEARCH_PART, point, "1");
            before = fleet;
            course.notStolen(time).at(LeadFigures.NOT_STOLEN, point, "1");
            course.until(workRate, time).at(LeadFigures.CUMULATIVE, point, "researcher-month");
            Figure whole = course.ofLength(workRate, time);
            whole.at(LeadFigures.BY_LENGTH, point, "researcher-month");
            whole.minus(course.ofLength(workRate, month.times((double) (at - 1))))
                    .at(LeadFigures.WORTH_BY_LENGTH, point, "researcher-month");
        }
    }
}
