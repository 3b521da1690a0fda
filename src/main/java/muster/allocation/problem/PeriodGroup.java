package muster.allocation.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Periods in a row that are alike: the same chips, limits, jobs that run and models that are ready. Some best plan does the
 * same in each of them, because the mean over them of any plan keeps to every limit, which are linear, and is worth no less,
 * since worth is concave. So they are one step of the linear program.
 *
 * @param first the first of them, from 0
 * @param length how many
 */
public record PeriodGroup(int first, int length) {

    /** The periods of a situation under a schedule, as few spans as can be. */
    public static List<PeriodGroup> of(Situation situation, Schedule schedule) {
        List<PeriodGroup> spans = new ArrayList<>();
        int first = 0;
        for (int period = 1; period <= situation.periods(); period++) {
            if (period == situation.periods() || !alike(situation, schedule, period - 1, period)) {
                spans.add(new PeriodGroup(first, period - first));
                first = period;
            }
        }
        return spans;
    }

    private static boolean alike(Situation situation, Schedule schedule, int one, int other) {
        ResourceLimits limits = situation.limits();
        return situation.returns().discount() == 1
                && limits.power(one) == limits.power(other)
                && limits.heads(one) == limits.heads(other)
                && situation.stocks().stream().allMatch(stock -> stock.count(one) == stock.count(other))
                && situation.jobs().stream()
                        .allMatch(job -> schedule.runs(situation, job, one) == schedule.runs(situation, job, other)
                                && schedule.ready(situation, job.id(), one)
                                        == schedule.ready(situation, job.id(), other));
    }

    /** The periods, from 0. */
    public IntStream periods() {
        return IntStream.range(first, first + length);
    }

    /** What a constraint or variable of these periods is called: {@code power.7} or, of several, {@code power.1-6}. */
    public String name(String what) {
        return what + "." + (first + 1) + (length > 1 ? "-" + (first + length) : "");
    }

    /** What a constraint or variable of one period is called. */
    public static String name(String what, int period) {
        return new PeriodGroup(period, 1).name(what);
    }
}
