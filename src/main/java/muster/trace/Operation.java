package muster.trace;

import muster.numeric.NormalSum;
import muster.numeric.PowerMean;

/** Arithmetic on columns, sample by sample. */
@FunctionalInterface
interface Operation {
    Operation TIMES = (of, into) -> {
        double[] a = of[0];
        double[] b = of[1];
        for (int i = 0; i < into.length; i++) {
            into[i] = a[i] * b[i];
        }
    };

    Operation OVER = (of, into) -> {
        double[] a = of[0];
        double[] b = of[1];
        for (int i = 0; i < into.length; i++) {
            into[i] = a[i] / b[i];
        }
    };

    Operation PLUS = (of, into) -> {
        double[] a = of[0];
        double[] b = of[1];
        for (int i = 0; i < into.length; i++) {
            into[i] = a[i] + b[i];
        }
    };

    Operation MINUS = (of, into) -> {
        double[] a = of[0];
        double[] b = of[1];
        for (int i = 0; i < into.length; i++) {
            into[i] = a[i] - b[i];
        }
    };

    Operation MIN = (of, into) -> {
        for (int i = 0; i < into.length; i++) {
            into[i] = Math.min(of[0][i], of[1][i]);
        }
    };

    Operation MAX = (of, into) -> {
        for (int i = 0; i < into.length; i++) {
            into[i] = Math.max(of[0][i], of[1][i]);
        }
    };

    Operation SQRT = (of, into) -> {
        double[] a = of[0];
        for (int i = 0; i < into.length; i++) {
            into[i] = Math.sqrt(a[i]);
        }
    };

    /** To the nearest whole number, halves to the even one. */
    Operation ROUND = (of, into) -> {
        for (int i = 0; i < into.length; i++) {
            into[i] = Math.rint(of[0][i]);
        }
    };

    // Strict, so that the last digit does not hang on the processor.
    Operation POWER = (of, into) -> {
        for (int i = 0; i < into.length; i++) {
            into[i] = StrictMath.pow(of[0][i], of[1][i]);
        }
    };

    Operation EXP = (of, into) -> {
        for (int i = 0; i < into.length; i++) {
            into[i] = StrictMath.exp(of[0][i]);
        }
    };

    Operation LOG = (of, into) -> {
        for (int i = 0; i < into.length; i++) {
            into[i] = StrictMath.log(of[0][i]);
        }
    };

    /** The weighted mean of powers: the arguments are the weight of the second, the second, the third, and the exponent. */
    Operation POWER_MEAN = (of, into) -> {
        for (int i = 0; i < into.length; i++) {
            into[i] = PowerMean.of(of[0][i], of[1][i], of[2][i], of[3][i]);
        }
    };

    // A quotient that should be whole may come out a rounding below.
    Operation FLOOR = (of, into) -> {
        for (int i = 0; i < into.length; i++) {
            into[i] = Math.floor(of[0][i] + 1e-9);
        }
    };

    /** The first where the second reaches the third, else zero. */
    Operation WHERE = (of, into) -> {
        for (int i = 0; i < into.length; i++) {
            into[i] = of[1][i] >= of[2][i] ? of[0][i] : 0;
        }
    };

    /** The integral of a factor's powers over a time: the arguments are the time, the factor, and the time that it takes. */
    Operation COMPOUNDED = (of, into) -> {
        for (int i = 0; i < into.length; i++) {
            double logarithm = StrictMath.log(of[1][i]);
            // The power less one by expm1, which keeps its digits where the factor is near one.
            into[i] = of[1][i] == 1
                    ? of[0][i]
                    : of[2][i] * StrictMath.expm1(logarithm * (of[0][i] / of[2][i])) / logarithm;
        }
    };

    /** The probability that a normal variable and another together are at most the first; the second is the deviation of the normal one. */
    static Operation below(NormalSum sum) {
        return (of, into) -> {
            for (int i = 0; i < into.length; i++) {
                into[i] = sum.below(of[0][i], of[1][i]);
            }
        };
    }

    static Operation times(double number) {
        return (of, into) -> {
            double[] a = of[0];
            for (int i = 0; i < into.length; i++) {
                into[i] = a[i] * number;
            }
        };
    }

    /**
     * Computes a column.
     *
     * @param of the columns of the arguments, at least as long as the result
     * @param into where the result goes
     */
    void apply(double[][] of, double[] into);
}
