package muster.uncertainty.sampling;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.uncertainty.CorrelationGroup;
import muster.uncertainty.Input;
import muster.uncertainty.distribution.Probabilities;
import muster.uncertainty.distribution.QuantileTable;

/** Where the samples of all uncertain inputs of a model come from, joined as their groups and correlations say. */
final class SampleStreams {
    private final Sampling sampling;
    private final int scrambling;
    private final Map<String, Probabilities> independent = new HashMap<>();

    private SampleStreams(Sampling sampling, int scrambling) {
        this.sampling = sampling;
        this.scrambling = scrambling;
    }

    /**
     * The columns by the name of the input.
     *
     * @param sampling seed and kind of points
     * @param scrambling which of the scramblings of the points
     * @param inputs the uncertain inputs, which take the dimensions of a sequence in this order
     * @param correlations their rank correlations
     */
    static Map<String, SampleColumn> of(
            Sampling sampling, int scrambling, Collection<Input> inputs, RankCorrelations correlations) {
        SampleStreams streams = new SampleStreams(sampling, scrambling);
        Map<String, SampleColumn> columns = new LinkedHashMap<>();
        for (Input input : inputs) {
            columns.put(input.name(), column(streams.joined(input), input));
        }
        List<String> names = correlations.names();
        double[][] weights = correlations
                .weights()
                .orElseThrow(() -> new IllegalArgumentException("no inputs can correlate so: " + correlations));
        for (Input input : inputs) {
            int row = names.indexOf(input.name());
            if (row >= 0) {
                List<Probabilities> parts =
                        names.subList(0, row + 1).stream().map(streams::stream).toList();
                columns.put(input.name(), column(new GaussianCopula(parts, weights[row]), input));
            }
        }
        return columns;
    }

    private static SampleColumn column(Probabilities probabilities, Input input) {
        return new SampleColumn(probabilities, QuantileTable.of(input.value().distribution()));
    }

    private Probabilities joined(Input input) {
        // A name with a space is no input's, so a group and an input of one name have nothing in common.
        return input.group()
                .map(group -> joined(group, stream("group " + group.name()), input))
                .orElseGet(() -> stream(input.name()));
    }

    private Probabilities joined(CorrelationGroup group, Probabilities factor, Input input) {
        // One that follows its group in all takes no dimension of its own.
        return new OneFactorCopula(
                factor, Math.abs(group.loading()) == 1 ? factor : stream(input.name()), group.loading());
    }

    private Probabilities stream(String name) {
        Probabilities known = independent.get(name);
        if (known == null) {
            known = made(name, independent.size());
            independent.put(name, known);
        }
        return known;
    }

    // Beyond the dimensions of the table the points are pseudo-random.
    private Probabilities made(String name, int dimension) {
        if (sampling.points() == PointSet.PSEUDO) {
            return new CounterBasedRandom(sampling.seed(), name);
        }
        CounterBasedRandom random =
                new CounterBasedRandom(sampling.seed(), "scrambling %s of %s".formatted(scrambling, name));
        return dimension < SobolTable.DIMENSIONS ? new Sobol(dimension, random) : random;
    }
}
