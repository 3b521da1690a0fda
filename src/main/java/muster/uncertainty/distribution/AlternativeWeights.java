package muster.uncertainty.distribution;

import java.util.ArrayList;
import java.util.List;

/** Weights of alternatives as probabilities. */
final class AlternativeWeights {
    private AlternativeWeights() {}

    /** The weights over their sum, added up: for each alternative the probability of it and those before. */
    static List<Double> cumulative(List<Double> weights) {
        double total = weights.stream().mapToDouble(Double::doubleValue).sum();
        List<Double> cumulative = new ArrayList<>();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
            cumulative.add(sum / total);
        }
        // Exactly one, whatever the sum was rounded to.
        cumulative.set(cumulative.size() - 1, 1.0);
        return List.copyOf(cumulative);
    }

    /** The first alternative whose cumulative probability reaches a probability. */
    static int chosen(List<Double> cumulative, double probability) {
        int low = 0;
        int high = cumulative.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative.get(middle) < probability) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
