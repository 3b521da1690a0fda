package muster.trace;

import java.util.function.ToDoubleFunction;

/** A search over columns: pure arithmetic on doubles in base units, with no memory of its own. */
@FunctionalInterface
public interface Kernel {
    /**
     * Searches for every sample.
     *
     * @param arguments a column for each argument, in base units; not to be written to
     * @param answer where the answers go, in base units; no number where there is none
     */
    void apply(double[][] arguments, double[] answer);

    /** The search that is made sample by sample, with the arguments of one. */
    static Kernel each(ToDoubleFunction<double[]> search) {
        return (arguments, answer) -> {
            double[] row = new double[arguments.length];
            for (int i = 0; i < answer.length; i++) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = arguments[j][i];
                }
                answer[i] = search.applyAsDouble(row);
            }
        };
    }
}
