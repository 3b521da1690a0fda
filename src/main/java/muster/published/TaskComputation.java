package muster.published;

import java.time.LocalDate;
import java.util.Optional;
import muster.document.In;
import muster.document.Range;
import muster.document.When;
import muster.research.task.HorizonTrend;
import muster.uncertainty.Input;

/** Figures of horizons, of success and of the labour of people and AIs, as {@code research.tasks} computes them. */
public sealed interface TaskComputation extends FigureComputation
        permits TaskComputation.Doubling,
                TaskComputation.YearlyGrowth,
                TaskComputation.HazardLength,
                TaskComputation.LabourLimit,
                TaskComputation.PartOfUplift {

    /**
     * The time in which the longest horizon of the measured models of the catalog doubled, or what it was on a day by the same line.
     *
     * @param horizonDoubling which horizon: half or eighty
     * @param since the first day of release that counts
     * @param upTo the longest horizon that counts
     * @param levelOn the day of which the level is told in the place of the doubling
     */
    @When(key = "horizon_doubling")
    record Doubling(
            HorizonTrend.Reliability horizonDoubling,
            LocalDate since,
            @In("h") Optional<Input> upTo,
            Optional<LocalDate> levelOn)
            implements TaskComputation {}

    /**
     * By what something grows in a year of 365.25 days.
     *
     * @param doublesEvery the time in which it doubles
     */
    @When(key = "doubles_every")
    record YearlyGrowth(@In("day") Input doublesEvery) implements TaskComputation {}

    /**
     * How long tasks are that succeed with a probability, over the 50% horizon, where a model fails at any moment alike.
     *
     * @param hazardLengthAt the probability
     */
    @When(key = "hazard_length_at")
    record HazardLength(
            @In(value = "1", range = Range.FRACTION) Input hazardLengthAt) implements TaskComputation {}

    /**
     * The labour of people with AIs without limit, over that of the people alone.
     *
     * @param labourLimitAt the part of the tasks that AIs can do
     * @param substitution how well one task stands in for another; by Amdahl's law without it
     */
    @When(key = "labour_limit_at")
    record LabourLimit(
            @In(value = "1", range = Range.PART) Input labourLimitAt,
            @In(value = "1", range = Range.NEGATIVE) Optional<Input> substitution)
            implements TaskComputation {}

    /**
     * The part of the tasks that AIs can do where AIs without limit make labour so many times as large.
     *
     * @param partOfUplift how many times
     * @param substitution how well one task stands in for another; by Amdahl's law without it
     */
    @When(key = "part_of_uplift")
    record PartOfUplift(
            @In("1") Input partOfUplift,
            @In(value = "1", range = Range.NEGATIVE) Optional<Input> substitution) implements TaskComputation {}
}
