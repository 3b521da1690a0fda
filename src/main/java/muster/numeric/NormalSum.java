package muster.numeric;

/**
 * What a normal variable and an independent one of a standard distribution come to: the probability that
 * {@code spread Z + X <= x}, with Z standard normal.
 *
 * <p>It is the integral of one density against the distribution function of the other, by the trapezoid rule over the whole line, which
 * for functions that are analytic about it errs by {@code e^(-2 pi a / h)} with a step h and no pole nearer than a (Trefethen and
 * Weideman 2014, The exponentially convergent trapezoidal rule). The narrower of the two variables is the one that is integrated over,
 * so that the other's function is smooth; the error is below 1e-9.
 */
public enum NormalSum {
    /** X is zero. */
    NORMAL(0, 0, 1) {
        @Override
        double cumulative(double x) {
            return x < 0 ? 0 : 1;
        }

        @Override
        double density(double x) {
            return 0;
        }

        @Override
        public double below(double x, double spread) {
            return NormalTail.cumulative(x / spread);
        }
    },

    /** X is logistic, of the distribution function {@code 1 / (1 + e^-x)}. */
    LOGISTIC(-24, 24, 0.6) {
        @Override
        double cumulative(double x) {
            return 1 / (1 + StrictMath.exp(-x));
        }

        @Override
        double density(double x) {
            double far = StrictMath.exp(-Math.abs(x));
            return far / ((1 + far) * (1 + far));
        }
    },

    /** X is the logarithm of one over an exponential variable, of the distribution function {@code e^-e^-x}. */
    GUMBEL(-4.5, 24, 0.35) {
        @Override
        double cumulative(double x) {
            return StrictMath.exp(-StrictMath.exp(-x));
        }

        @Override
        double density(double x) {
            return StrictMath.exp(-x - StrictMath.exp(-x));
        }
    };

    private static final double REACH = 8.4;
    private static final double STEP = 0.35;

    private final double from;
    private final double to;
    private final double step;

    NormalSum(double from, double to, double step) {
        this.from = from;
        this.to = to;
        this.step = step;
    }

    /** The probability that X is at most x. */
    abstract double cumulative(double x);

    /** The density of X. */
    abstract double density(double x);

    /**
     * The probability that {@code spread Z + X} is at most x.
     *
     * @param x any number
     * @param spread above zero
     */
    public double below(double x, double spread) {
        return spread < 1 ? overNormal(x, spread) : overOther(x, spread);
    }

    private double overNormal(double x, double spread) {
        double sum = 0;
        for (double z = -REACH; z <= REACH; z += STEP) {
            sum += StrictMath.exp(-z * z / 2) * cumulative(x - spread * z);
        }
        return STEP * sum / StrictMath.sqrt(2 * Math.PI);
    }

    private double overOther(double x, double spread) {
        double sum = 0;
        for (double y = from; y <= to; y += step) {
            sum += density(y) * NormalTail.cumulative((x - y) / spread);
        }
        return step * sum;
    }
}
