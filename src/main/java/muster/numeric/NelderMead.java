package muster.numeric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/** Minimises a function of a few variables without its derivatives. */
public final class NelderMead {
    private static final int MOST_STEPS = 20_000;
    private static final int MOST_RESTARTS = 40;

    private NelderMead() {}

    private static final class Corner {
        private final double[] point;
        private final double value;

        Corner(double[] point, double value) {
            this.point = point;
            this.value = value;
        }

        double value() {
            return value;
        }
    }

    /**
     * A local minimum by the method of Nelder and Mead, begun anew from its answer until that no longer helps, because a
     * simplex can collapse short of the minimum.
     *
     * @param function the function; where it is no number it counts as infinite
     * @param start where to begin
     * @param steps the size of the first simplex in each direction
     * @param tolerance the search ends when a new start improves the value by less than this part of it
     * @see <a href="https://doi.org/10.1093/comjnl/7.4.308">Nelder and Mead 1965, A simplex method for function minimization</a>
     */
    public static double[] minimum(
            ToDoubleFunction<double[]> function, double[] start, double[] steps, double tolerance) {
        Corner best = corner(function, start.clone());
        double[] size = steps.clone();
        for (int i = 0; i < MOST_RESTARTS; i++) {
            Corner found = search(function, best, size, tolerance);
            boolean enough = !(best.value - found.value > tolerance * Math.abs(found.value));
            best = found;
            if (enough && i > 0) {
                break;
            }
            for (int j = 0; j < size.length; j++) {
                size[j] = (i % 2 == 0 ? -0.3 : 0.1) * steps[j];
            }
        }
        return best.point;
    }

    private static Corner search(ToDoubleFunction<double[]> function, Corner start, double[] steps, double tolerance) {
        int count = steps.length;
        Corner[] corners = new Corner[count + 1];
        corners[0] = start;
        for (int i = 0; i < count; i++) {
            double[] point = start.point.clone();
            point[i] += steps[i];
            corners[i + 1] = corner(function, point);
        }
        for (int step = 0; step < MOST_STEPS; step++) {
            Arrays.sort(corners, Comparator.comparingDouble(Corner::value));
            Corner worst = corners[count];
            if (worst.value - corners[0].value <= 0.01 * tolerance * Math.abs(corners[0].value)) {
                break;
            }
            double[] middle = middle(corners, count);
            Corner reflected = corner(function, along(middle, worst.point, -1));
            if (reflected.value < corners[0].value) {
                Corner expanded = corner(function, along(middle, worst.point, -2));
                corners[count] = expanded.value < reflected.value ? expanded : reflected;
            } else if (reflected.value < corners[count - 1].value) {
                corners[count] = reflected;
            } else {
                boolean outside = reflected.value < worst.value;
                Corner contracted = corner(function, along(middle, worst.point, outside ? -0.5 : 0.5));
                if (contracted.value < Math.min(reflected.value, worst.value)) {
                    corners[count] = contracted;
                } else {
                    shrink(function, corners);
                }
            }
        }
        Arrays.sort(corners, Comparator.comparingDouble(Corner::value));
        return corners[0];
    }

    private static void shrink(ToDoubleFunction<double[]> function, Corner[] corners) {
        for (int i = 1; i < corners.length; i++) {
            corners[i] = corner(function, along(corners[0].point, corners[i].point, 0.5));
        }
    }

    private static double[] middle(Corner[] corners, int count) {
        double[] middle = new double[count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                middle[j] += corners[i].point[j] / count;
            }
        }
        return middle;
    }

    private static double[] along(double[] from, double[] to, double part) {
        double[] point = new double[from.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = from[i] + part * (to[i] - from[i]);
        }
        return point;
    }

    private static Corner corner(ToDoubleFunction<double[]> function, double[] point) {
        double value = function.applyAsDouble(point);
        return new Corner(point, Double.isNaN(value) ? Double.POSITIVE_INFINITY : value);
    }
}
