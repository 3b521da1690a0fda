package muster.uncertainty;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rank correlations (Spearman) between pairs of inputs; a pair that is not there has none. Inputs are joined by a Gaussian
 * copula: the normal scores of a pair with the rank correlation r correlate by {@code 2 sin(pi r / 6)}.
 *
 * @param pairs the pairs
 */
public record RankCorrelations(List<Pair> pairs) {
    /** No correlation at all. */
    public static final RankCorrelations NONE = new RankCorrelations(List.of());

    // What rounding may leave of a zero.
    private static final double ZERO = 1e-9;

    /**
     * Two inputs.
     *
     * @param first the name of one
     * @param second the name of the other
     * @param rank their rank correlation, from -1 to 1
     */
    public record Pair(String first, String second, double rank) {
        boolean joins(String a, String b) {
            return (first.equals(a) && second.equals(b)) || (first.equals(b) && second.equals(a));
        }
    }

    public RankCorrelations {
        pairs = List.copyOf(pairs);
    }

    /** The names of all inputs in pairs, in their order. */
    public List<String> names() {
        Set<String> names = new LinkedHashSet<>();
        pairs.forEach(pair -> {
            names.add(pair.first());
            names.add(pair.second());
        });
        return List.copyOf(names);
    }

    /** Whether inputs can correlate so: whether the matrix of the normal scores has no negative eigenvalue. */
    public boolean possible() {
        return weights().isPresent();
    }

    /**
     * For each of {@link #names()} the weights of the independent scores of it and those before: the rows of Cholesky's
     * factor. Nothing where no inputs can correlate so.
     */
    Optional<List<List<Double>>> weights() {
        List<String> names = names();
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            List<Double> row = new ArrayList<>();
            double left = 1;
            for (int j = 0; j < i; j++) {
                double rest = correlation(names.get(i), names.get(j)) - product(row, rows.get(j), j);
                double pivot = rows.get(j).get(j);
                // An input that others determine adds nothing of its own, and nothing may be left for it to explain.
                if (pivot == 0 && Math.abs(rest) > Math.sqrt(ZERO)) {
                    return Optional.empty();
                }
                double weight = pivot == 0 ? 0 : rest / pivot;
                row.add(weight);
                left -= weight * weight;
            }
            if (left < -ZERO) {
                return Optional.empty();
            }
            row.add(left < ZERO ? 0 : Math.sqrt(left));
            rows.add(row);
        }
        return Optional.of(rows);
    }

    private double correlation(String a, String b) {
        return pairs.stream()
                .filter(pair -> pair.joins(a, b))
                .findFirst()
                .map(pair -> Scores.correlation(pair.rank()))
                .orElse(0.0);
    }

    private static double product(List<Double> a, List<Double> b, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += a.get(i) * b.get(i);
        }
        return sum;
    }
}
