package muster.uncertainty.sampling;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.uncertainty.distribution.NormalScores;

/**
 * Rank correlations (Spearman) between pairs of inputs; a pair that is not there has none. Inputs are joined by a Gaussian
 * copula: the normal scores of a pair with the rank correlation r correlate by {@code 2 sin(pi r / 6)}.
 *
 * @param pairs the pairs
 */
public record RankCorrelations(List<Pair> pairs) {
    /** No correlation at all. */
    public static final RankCorrelations NONE = new RankCorrelations(List.of());

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

    /** For each of {@link #names()} the weights of the independent scores of it and those before. */
    Optional<double[][]> weights() {
        List<String> names = names();
        double[][] matrix = new double[names.size()][names.size()];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                matrix[i][j] = i == j ? 1 : correlation(names.get(i), names.get(j));
            }
        }
        return Cholesky.rows(matrix);
    }

    /** The correlation of the normal scores of two inputs. */
    double correlation(String a, String b) {
        return pairs.stream()
                .filter(pair -> pair.joins(a, b))
                .findFirst()
                .map(pair -> NormalScores.correlation(pair.rank()))
                .orElse(0.0);
    }
}
