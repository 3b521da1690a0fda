package muster.scaling.law;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import muster.scaling.loss.LossFormula;
import muster.scaling.loss.LossSurface;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.trace.Kernel;
import muster.trace.Real;
import muster.trace.SolutionCheck;

/**
 * A search for parameters under formulas on a chain, made sample by sample with the same formulas over doubles.
 *
 * @param chain the run
 * @param formulas the formulas
 * @param others what else the search is given
 */
public record LossSearch(Chain chain, List<? extends LossFormula<Figure>> formulas, List<Figure> others) {

    /** A search under one formula. */
    public static LossSearch under(Chain chain, LossFormula<Figure> formula, Figure... others) {
        return new LossSearch(chain, List.of(formula), List.of(others));
    }

    /** One sample: the number of each figure that the search is given. */
    public static final class Sample {
        private final Map<Figure, Integer> places;
        private final double[] numbers;

        private Sample(Map<Figure, Integer> places, double[] numbers) {
            this.places = places;
            this.numbers = numbers;
        }

        /** The value of a figure that the search is given, in its base unit. */
        public double of(Figure figure) {
            Integer place = places.get(figure);
            if (place == null) {
                throw new IllegalArgumentException("a figure that the search is not given");
            }
            return numbers[place];
        }

        /** The law of a formula of the search. */
        public LossSurface law(LossFormula<Figure> formula) {
            return LossSurface.of(formula.map(figure -> new Real(of(figure))));
        }
    }

    /**
     * The parameters that a search finds; recorded with checks that must hold.
     *
     * @param name the name of the figure
     * @param search finds them in one sample
     * @param checks makes the checks of the answer
     */
    public Figure solved(String name, ToDoubleFunction<Sample> search, Function<Figure, List<SolutionCheck>> checks) {
        // A figure equals itself alone.
        Map<Figure, Integer> places = new LinkedHashMap<>();
        formulas.forEach(formula -> formula.map(figure -> {
            places.putIfAbsent(figure, places.size());
            return figure;
        }));
        others.forEach(figure -> places.putIfAbsent(figure, places.size()));
        Figure[] arguments = new Figure[places.size()];
        places.forEach((figure, place) -> arguments[place] = figure);
        Kernel kernel = Kernel.each(numbers -> search.applyAsDouble(new Sample(places, numbers)));
        return chain.solved(name, "N", "parameter", kernel, checks, arguments);
    }
}
