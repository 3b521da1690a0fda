package muster.research.course;

import java.util.function.DoubleUnaryOperator;

/**
 * How the software of a party gets better. Software is told as ln S, with S = 1 where the leader stands at the start. The rate of
 * research of the party, over the leader's at the start, is asked for by ln S.
 */
sealed interface SoftwareLaw {

    /**
     * ln S after a step.
     *
     * @param software ln S before it
     * @param rate the rate of research with the fleet of these days, by ln S
     * @param months how long the step is
     */
    double after(double software, DoubleUnaryOperator rate, double months);

    /** d ln S / dt of the leader at the start, in 1/month. */
    double pace();

    /**
     * Software that gets better as it did, whoever does the research.
     *
     * @param pace d ln S / dt, in 1/month
     */
    record Trend(double pace) implements SoftwareLaw {
        @Override
        public double after(double software, DoubleUnaryOperator rate, double months) {
            return software + pace * months;
        }
    }

    /**
     * Research adds to a stock (AI Futures, December 2025): K' = k x and S = K^r, so that d ln S / dt = r k x / K. A step in the rate
     * of research fades.
     *
     * @param pace r k, d ln S / dt at the start, in 1/month
     * @param returns r, above 0
     */
    record Stock(double pace, double returns) implements SoftwareLaw {
        @Override
        public double after(double software, DoubleUnaryOperator rate, double months) {
            // The rate of the middle of the step stands for all of it.
            double middle = added(software, rate.applyAsDouble(software), months / 2);
            return added(software, rate.applyAsDouble(middle), months);
        }

        private double added(double software, double rate, double months) {
            return software
                    + returns * StrictMath.log1p(pace / returns * rate * months * StrictMath.exp(-software / returns));
        }
    }

    /**
     * Every doubling takes 2^(p (1 / r_n - 1)) times the last, with r_n = r (1 - n / D) (Davidson and Houlden 2025), told without steps:
     *
     * <pre>
     * n = ln S / ln 2,   ln (T_n / T_0) = ln 2 p (-(D / r) ln(1 - n / D) - n),   dn / dt = x / T_n
     * </pre>
     *
     * The published steps hold a doubling's pace until it is done; told without steps a doubling that is quicker than the last begins to be
     * so at once. At published constants that moves the time of several doublings by 2 to 14%, earlier where returns are above 1.
     *
     * <p>The work of better software is in the law, so that x is the rate of research of the fleet with the software of the start.
     *
     * @param pace ln 2 / T_0, in 1/month
     * @param exponent p
     * @param returns r, above 0
     * @param room D, doublings that there is room for
     */
    record Doublings(double pace, double exponent, double returns, double room) implements SoftwareLaw {
        private static final double LN_2 = StrictMath.log(2);

        // Returns are taken as they are at the beginning of a quarter of a doubling.
        private static final double STEP = LN_2 / 4;
        private static final double NONE = 1e-12;

        @Override
        public double after(double software, DoubleUnaryOperator rate, double months) {
            double x = pace * rate.applyAsDouble(0);
            double now = software;
            double left = months;
            while (now < LN_2 * room) {
                double speed = x * StrictMath.exp(-slowed(now));
                double slope = exponent * (1 / (returns * (1 - now / LN_2 / room)) - 1);
                double next = Math.min(now + STEP, LN_2 * room);
                double takes = Math.abs(slope) < NONE
                        ? (next - now) / speed
                        : StrictMath.expm1(slope * (next - now)) / slope / speed;
                if (!(takes < left)) {
                    double bent = slope * speed * left;
                    return now + (Math.abs(slope) < NONE ? speed * left : StrictMath.log1p(bent) / slope);
                }
                now = next;
                left -= takes;
            }
            return now;
        }

        private double slowed(double software) {
            double n = software / LN_2;
            return LN_2 * exponent * (-(room / returns) * StrictMath.log1p(-n / room) - n);
        }
    }
}
