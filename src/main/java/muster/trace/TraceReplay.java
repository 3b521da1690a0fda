package muster.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import muster.uncertainty.Input;
import muster.uncertainty.sampling.SampleBatch;

/**
 * The arithmetic of a chain, run again on other draws. What no varying input reaches keeps its value, and columns are used
 * again from draw to draw, so that a result is good until the next one. For one thread.
 */
final class TraceReplay implements Function<SampleBatch, Map<String, double[]>> {
    private final Map<String, Figure> wanted;
    // Every figure that the wanted ones are made of, operands first; and those of them that vary.
    private final List<Figure> needed;
    private final List<Figure> varying;
    private final double[][] columns;
    private int size = -1;

    /**
     * A replay.
     *
     * @param figures all figures of the chain, in the order in which they were made
     * @param wanted those whose columns are wanted, by name
     * @param inputs the inputs that the draws vary
     */
    TraceReplay(List<Figure> figures, Map<String, Figure> wanted, Collection<Input> inputs) {
        this.wanted = wanted;
        this.needed = Lineage.of(wanted.values());
        this.varying = varying(inputs.stream().map(Input::name).collect(Collectors.toSet()));
        this.columns = new double[figures.size()][];
    }

    private List<Figure> varying(Set<String> inputs) {
        List<Figure> found = new ArrayList<>();
        for (Figure figure : needed) {
            if (figure.recipe()
                            .input()
                            .filter(input -> inputs.contains(input.name()))
                            .isPresent()
                    || figure.recipe().operands().stream().anyMatch(found::contains)) {
                found.add(figure);
            }
        }
        return found;
    }

    @Override
    public Map<String, double[]> apply(SampleBatch draw) {
        if (draw.size() != size) {
            size = draw.size();
            for (Figure figure : needed) {
                columns[figure.index()] = new double[size];
                Arrays.fill(columns[figure.index()], figure.column()[0]);
            }
        }
        for (Figure figure : varying) {
            if (figure.recipe().input().isPresent()) {
                columns[figure.index()] = draw.of(figure.recipe().input().get());
            } else {
                figure.recipe().operation().apply(columns(figure.recipe().operands()), columns[figure.index()]);
            }
        }
        Map<String, double[]> results = new LinkedHashMap<>();
        wanted.forEach((name, figure) -> results.put(name, columns[figure.index()]));
        return results;
    }

    private double[][] columns(List<Figure> figures) {
        double[][] chosen = new double[figures.size()][];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = columns[figures.get(i).index()];
        }
        return chosen;
    }
}
