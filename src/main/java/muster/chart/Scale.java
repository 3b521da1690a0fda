package muster.chart;

/** How an axis spreads its values. */
public enum Scale {
    /** Equal steps are equally far apart. */
    LINEAR {
        @Override
        double place(double value) {
            return value;
        }
    },
    /** The same, and 0 is on the axis, so that heights may be compared. */
    FROM_ZERO {
        @Override
        double place(double value) {
            return value;
        }
    },
    /** Equal factors are equally far apart; every value is above 0. */
    LOG {
        @Override
        double place(double value) {
            return Math.log10(value);
        }
    };

    /** Where a value lies on a line, before that is fitted to a width. */
    abstract double place(double value);

    boolean holds(double value) {
        return Double.isFinite(value) && (this != LOG || value > 0);
    }
}
