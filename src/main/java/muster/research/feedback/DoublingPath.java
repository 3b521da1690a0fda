package muster.research.feedback;

import java.util.Arrays;

/**
 * When software doubles and doubles again, by the simulation of Davidson and Houlden 2025 (How quick and big would a software
 * intelligence explosion be?, Forethought; thoulden/Accelerated_AI_Progress @a7b1a79d, multiple_sims.py).
 *
 * <pre>
 * T_0     = today's time for a doubling / f
 * t_(n+1) = t_n + T_n
 * T_(n+1) = T_n 2^(p (1 / r_n - 1))        r_n = r_0 (1 - n / D)
 * </pre>
 *
 * until the horizon, until D doublings, which is all the room there is, or until the returns r are used up. With p = 1 and constant
 * returns every doubling takes 2^(1/r - 1) times the last.
 */
final class DoublingPath {
    // A doubling that takes 2^60 times the last is none; without a bound the power overflows as r falls to 0.
    private static final double MOST_GROWTH = 60;

    // No software has room for so many: the range of numbers is a thousand.
    private static final int MOST_DOUBLINGS = 10_000;

    private final double[] months;

    private DoublingPath(double[] months) {
        this.months = months;
    }

    /**
     * The path.
     *
     * @param start the constants at the start
     * @param course how it goes on
     */
    static DoublingPath of(Start start, Course course) {
        double[] times = new double[(int) Math.min(MOST_DOUBLINGS, Math.ceil(start.room())) + 1];
        double duration = course.todaysDoubling() / start.speedup();
        double returns = start.returns();
        double time = 0;
        int n = 0;
        while (time < course.horizon() && n < start.room() && returns > 0 && n + 1 < times.length) {
            time += duration;
            times[++n] = time;
            returns -= course.fallingReturns() ? start.returns() / start.room() : 0;
            if (returns > 0) {
                duration *= StrictMath.pow(2, Math.min(MOST_GROWTH, course.growth(start.exponent(), returns)));
            }
        }
        return new DoublingPath(Arrays.copyOf(times, n + 1));
    }

    /**
     * Constants at the start.
     *
     * @param speedup f, how many times faster software gets better once AIs do the research
     * @param returns r_0, doublings of software for a doubling of all research so far
     * @param room D, how many doublings there are in all
     * @param exponent p, how much of a doubling of software is a doubling of research
     */
    record Start(double speedup, double returns, double room, double exponent) {}

    /**
     * How a path goes on.
     *
     * @param todaysDoubling months that software takes to double today
     * @param horizon how many months are looked at
     * @param retrained whether models are trained anew in between, which slows a quick doubling: e / (1 + |e|) in the place of the
     *     exponent e = p (1 / r - 1)
     * @param fallingReturns whether returns fall to nothing as the room is used up
     */
    record Course(double todaysDoubling, double horizon, boolean retrained, boolean fallingReturns) {
        double growth(double exponent, double returns) {
            double e = exponent * (1 / returns - 1);
            return retrained ? e / (1 + Math.abs(e)) : e;
        }
    }

    /** Doublings until the end. */
    int doublings() {
        return months.length - 1;
    }

    /** When there have been so many, in months; infinite where it does not come to that. */
    double month(int doublings) {
        return doublings < months.length ? months[doublings] : Double.POSITIVE_INFINITY;
    }

    /** Whether somewhere on the path so many doublings take less than a time, in months. */
    boolean within(int doublings, double time) {
        for (int i = 0; i + doublings < months.length; i++) {
            if (months[i + doublings] - months[i] < time) {
                return true;
            }
        }
        return false;
    }

    /** The most doublings that take less than a time, in months, anywhere on the path. */
    int mostWithin(double time) {
        int most = 0;
        int first = 0;
        for (int last = 1; last < months.length; last++) {
            while (months[last] - months[first] >= time) {
                first++;
            }
            most = Math.max(most, last - first);
        }
        return most;
    }

    /** The shortest time of a doubling, in months; infinite where there is none. */
    double shortest() {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < months.length; i++) {
            least = Math.min(least, months[i] - months[i - 1]);
        }
        return least;
    }
}
