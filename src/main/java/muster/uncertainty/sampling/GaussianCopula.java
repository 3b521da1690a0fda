package muster.uncertainty.sampling;

import java.util.List;
import muster.uncertainty.distribution.NormalScores;
import muster.uncertainty.distribution.Probabilities;

/** The probabilities of an input that correlates with others, by a Gaussian copula. */
final class GaussianCopula implements Probabilities {
    private final List<Probabilities> parts;
    private final double[] weights;

    /**
     * Of other inputs.
     *
     * @param parts what each of the inputs does by itself
     * @param weights the weight of each in the normal score; the sum of their squares is 1
     */
    GaussianCopula(List<Probabilities> parts, double[] weights) {
        this.parts = List.copyOf(parts);
        this.weights = weights.clone();
    }

    @Override
    public void fill(double[] column, long first) {
        double[] sum = new double[column.length];
        for (int part = 0; part < parts.size(); part++) {
            double weight = weights[part];
            double[] scores = NormalScores.of(parts.get(part), column.length, first);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weight * scores[i];
            }
        }
        for (int i = 0; i < sum.length; i++) {
            column[i] = NormalScores.probability(sum[i]);
        }
    }
}
