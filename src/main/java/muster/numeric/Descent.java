package muster.numeric;

/** Minimises a smooth function of a few variables with its gradient. */
public final class Descent {
    private static final int MOST_STEPS = 2_000;
    private static final int MOST_HALVINGS = 60;
    private static final double SUFFICIENT = 1e-4;

    private Descent() {}

    /** A function with its gradient. */
    @FunctionalInterface
    public interface Slope {
        /**
         * The value at a point.
         *
         * @param point the point, not to be written to
         * @param gradient where the gradient goes
         */
        double at(double[] point, double[] gradient);
    }

    /**
     * A local minimum by the method of Broyden, Fletcher, Goldfarb and Shanno with a line search by halving. It ends where no step
     * along the gradient helps.
     *
     * @param function the function
     * @param start where to begin
     * @see <a href="https://doi.org/10.1007/978-0-387-40065-5">Nocedal and Wright 2006, Numerical optimization, chapter 6</a>
     */
    public static double[] minimum(Slope function, double[] start) {
        int count = start.length;
        double[] point = start.clone();
        double[] gradient = new double[count];
        double value = function.at(point, gradient);
        double[][] inverse = identity(count);
        boolean fresh = true;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = times(inverse, gradient, -1);
            double slope = dot(direction, gradient);
            double[] next = new double[count];
            double[] nextGradient = new double[count];
            double length = 1;
            double found = Double.NaN;
            for (int halving = 0; halving < MOST_HALVINGS && slope < 0; halving++) {
                for (int i = 0; i < count; i++) {
                    next[i] = point[i] + length * direction[i];
                }
                found = function.at(next, nextGradient);
                if (found <= value + SUFFICIENT * length * slope) {
                    break;
                }
                found = Double.NaN;
                length /= 2;
            }
            if (!(found < value)) {
                if (fresh) {
                    return point;
                }
                inverse = identity(count);
                fresh = true;
                continue;
            }
            update(inverse, next, point, nextGradient, gradient);
            fresh = false;
            point = next;
            gradient = nextGradient;
            value = found;
        }
        return point;
    }

    // The inverse of the second derivatives, made to agree with the last step.
    private static void update(
            double[][] inverse, double[] next, double[] point, double[] nextGradient, double[] gradient) {
        int count = point.length;
        double[] moved = new double[count];
        double[] changed = new double[count];
        for (int i = 0; i < count; i++) {
            moved[i] = next[i] - point[i];
            changed[i] = nextGradient[i] - gradient[i];
        }
        double curvature = dot(moved, changed);
        if (!(curvature > 1e-12 * Math.sqrt(dot(moved, moved) * dot(changed, changed)))) {
            return;
        }
        double[] mapped = times(inverse, changed, 1);
        double factor = (1 + dot(changed, mapped) / curvature) / curvature;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                inverse[i][j] +=
                        factor * moved[i] * moved[j] - (mapped[i] * moved[j] + moved[i] * mapped[j]) / curvature;
            }
        }
    }

    private static double[][] identity(int count) {
        double[][] identity = new double[count][count];
        for (int i = 0; i < count; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    private static double[] times(double[][] matrix, double[] vector, double sign) {
        double[] product = new double[vector.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = sign * dot(matrix[i], vector);
        }
        return product;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
