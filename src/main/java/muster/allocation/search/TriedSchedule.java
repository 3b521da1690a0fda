package muster.allocation.search;

import muster.allocation.problem.Schedule;

/**
 * What became of a schedule in the search.
 *
 * @param schedule the schedule
 * @param bound what no plan of it can better, in researcher-months
 * @param fate what became of it
 * @param worth what its best plan is worth, in researcher-months, where it was solved
 */
public record TriedSchedule(Schedule schedule, double bound, Fate fate, double worth) {

    /** What can become of a schedule. */
    public enum Fate {
        SOLVED("solved"),
        CUT_OFF("cut off: its bound is no better than the best plan"),
        TOO_LITTLE_TIME("cut off: all chips together could not do the work in time"),
        INFEASIBLE("no plan keeps to its limits");

        private final String words;

        Fate(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
