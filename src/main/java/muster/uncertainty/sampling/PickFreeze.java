package muster.uncertainty.sampling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muster.uncertainty.CorrelationGroup;
import muster.uncertainty.Input;
import muster.uncertainty.distribution.NormalScores;
import muster.uncertainty.distribution.Probabilities;
import muster.uncertainty.distribution.QuantileTable;

/**
 * Pairs of samples of uncertain inputs that have some inputs in common and are independent of each other in the rest, given
 * those: what indices of sensitivity are made of.
 *
 * <p>In a stated order of the inputs each is made of independent normal scores of it and those before, as Cholesky's factor of
 * the correlations in that order says. To keep the first inputs and draw the others anew is then to keep the scores of the
 * first. Two sets of independent scores come from one scrambled Sobol sequence.
 */
public final class PickFreeze {
    private final List<Input> inputs;
    private final double[][] correlations;
    private final List<Probabilities> one = new ArrayList<>();
    private final List<Probabilities> other = new ArrayList<>();

    /**
     * The pairs of some inputs.
     *
     * @param inputs the uncertain inputs
     * @param correlations their rank correlations
     * @param seed the seed
     * @param scrambling which of the independent scramblings of the sequence
     */
    public PickFreeze(List<Input> inputs, RankCorrelations correlations, long seed, int scrambling) {
        this.inputs = List.copyOf(inputs);
        this.correlations = matrix(this.inputs, correlations);
        for (int i = 0; i < inputs.size(); i++) {
            one.add(stream(i, "one of " + inputs.get(i).name(), seed, scrambling));
            other.add(stream(inputs.size() + i, "other of " + inputs.get(i).name(), seed, scrambling));
        }
    }

    private static Probabilities stream(int dimension, String name, long seed, int scrambling) {
        CounterBasedRandom random = new CounterBasedRandom(seed, "scrambling %s, %s".formatted(scrambling, name));
        return dimension < SobolTable.DIMENSIONS ? new Sobol(dimension, random) : random;
    }

    /** Consecutive pairs of samples. */
    public Block block(long first, int size) {
        return new Block(first, size);
    }

    private static double[][] matrix(List<Input> inputs, RankCorrelations correlations) {
        double[][] matrix = new double[inputs.size()][inputs.size()];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                matrix[i][j] = i == j ? 1 : correlation(inputs.get(i), inputs.get(j), correlations);
            }
        }
        return matrix;
    }

    private static double correlation(Input a, Input b, RankCorrelations correlations) {
        boolean together = a.group().isPresent()
                && b.group().map(CorrelationGroup::name).equals(a.group().map(CorrelationGroup::name));
        return together
                ? a.group().get().loading() * b.group().get().loading()
                : correlations.correlation(a.name(), b.name());
    }

    // The weights of independent scores for the inputs in an order.
    private double[][] weights(List<Integer> order) {
        double[][] matrix = new double[order.size()][order.size()];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                matrix[i][j] = correlations[order.get(i)][order.get(j)];
            }
        }
        return Cholesky.rows(matrix).orElseThrow();
    }

    /** Consecutive pairs of samples. */
    public final class Block {
        private final int size;
        private final double[][] kept;
        private final double[][] anew;
        private final Map<String, double[]> values = new HashMap<>();
        private final Map<List<Integer>, double[][]> weights = new HashMap<>();

        private Block(long first, int size) {
            this.size = size;
            this.kept = columns(one, first);
            this.anew = columns(other, first);
        }

        private double[][] columns(List<Probabilities> streams, long first) {
            double[][] columns = new double[streams.size()][size];
            for (int i = 0; i < columns.length; i++) {
                streams.get(i).fill(columns[i], first);
            }
            return columns;
        }

        /**
         * The samples that keep the first inputs of an order and draw the others anew, given those.
         *
         * @param order the numbers of all inputs
         * @param count how many are kept
         */
        public SampleBatch keeping(List<Integer> order, int count) {
            double[][] rows = weights.computeIfAbsent(List.copyOf(order), PickFreeze.this::weights);
            Map<String, double[]> columns = new HashMap<>();
            for (int i = 0; i < rows.length; i++) {
                columns.put(inputs.get(order.get(i)).name(), column(order, count, rows[i], i));
            }
            return new GivenSamples(size, columns);
        }

        private double[] column(List<Integer> order, int count, double[] row, int place) {
            int input = order.get(place);
            if (row[place] == 1) {
                String name = input + (place < count ? " kept" : " anew");
                return values.computeIfAbsent(name, key -> {
                    double[] column = base(order, count, place).clone();
                    table(input).map(column);
                    return column;
                });
            }
            double[] column = new double[size];
            for (int part = 0; part <= place; part++) {
                if (row[part] != 0) {
                    double[] scores = base(order, count, part).clone();
                    NormalScores.map(scores);
                    for (int i = 0; i < size; i++) {
                        column[i] += row[part] * scores[i];
                    }
                }
            }
            for (int i = 0; i < size; i++) {
                column[i] = NormalScores.probability(column[i]);
            }
            table(input).map(column);
            return column;
        }

        private double[] base(List<Integer> order, int count, int place) {
            return place < count ? kept[order.get(place)] : anew[order.get(place)];
        }

        private QuantileTable table(int input) {
            return QuantileTable.of(inputs.get(input).value().distribution());
        }
    }
}
