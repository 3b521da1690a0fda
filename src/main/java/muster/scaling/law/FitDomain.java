package muster.scaling.law;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.diagnostic.Place;
import muster.document.In;
import muster.model.ModelFigures;
import muster.trace.Chain;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.unit.NumberText;

/**
 * The models that a law was fitted on, as far as its source says. Outside it a law is extrapolated, which a result says.
 *
 * @param leastParameters the smallest model
 * @param mostParameters the largest model
 * @param leastTokens the shortest training
 * @param mostTokens the longest training
 * @param leastTokensPerParameter the shortest training for the size of the model
 * @param mostTokensPerParameter the longest training for the size of the model
 * @param leastCompute the cheapest training
 * @param mostCompute the dearest training
 */
public record FitDomain(
        @In("parameter") Optional<Input> leastParameters,
        @In("parameter") Optional<Input> mostParameters,
        @In("token") Optional<Input> leastTokens,
        @In("token") Optional<Input> mostTokens,
        @In("token/parameter") Optional<Input> leastTokensPerParameter,
        @In("token/parameter") Optional<Input> mostTokensPerParameter,
        @In("FLOP") Optional<Input> leastCompute,
        @In("FLOP") Optional<Input> mostCompute) {

    /**
     * How many times beyond the models of its fit a law is asked before it is set apart. The longest extrapolation that a training
     * was held to is Llama 3's: fitted to 1e22 FLOP and asked for 3.8e25, 3,800 times as many (arXiv 2407.21783, section 3.2.1);
     * this is the power of ten within it.
     */
    public static final double FAR = 1000;

    private static final String FIRST = "the law";

    /** A bound that a model may lie beyond. */
    private record Limits(String name, String symbol, double value, Optional<Input> least, Optional<Input> most) {
        /** How many times the bound; nothing where it is within. */
        OptionalDouble beyond() {
            double low = least.map(Input::central).orElse(0.0);
            double high = most.map(Input::central).orElse(Double.POSITIVE_INFINITY);
            return value > high
                    ? OptionalDouble.of(value / high)
                    : value < low ? OptionalDouble.of(value / low) : OptionalDouble.empty();
        }

        String words() {
            double times = beyond().orElseThrow();
            return "%s is %s times the %s fitted, %s"
                    .formatted(
                            name,
                            NumberText.rounded(times, 3),
                            times > 1 ? "largest" : "smallest",
                            NumberText.rounded(value / times, 3));
        }
    }

    private List<Limits> beyond(double parameters, double tokens, double flop) {
        return Stream.of(
                        new Limits(ModelFigures.PARAMETERS, "N", parameters, leastParameters, mostParameters),
                        new Limits(ModelFigures.TOKENS, "D", tokens, leastTokens, mostTokens),
                        new Limits(
                                "tokens per parameter",
                                "D/N",
                                tokens / parameters,
                                leastTokensPerParameter,
                                mostTokensPerParameter),
                        new Limits(TrainingFigures.COMPUTE, "C", flop, leastCompute, mostCompute))
                .filter(limits -> limits.beyond().isPresent())
                .toList();
    }

    /**
     * How far a model lies outside, in short, as {@code N 72.5x}; empty where it lies within.
     *
     * @param parameters its parameters
     * @param tokens the tokens that it is trained on
     * @param flop its training compute
     */
    public List<String> outside(double parameters, double tokens, double flop) {
        return beyond(parameters, tokens, flop).stream()
                .map(limits -> "%s %sx"
                        .formatted(
                                limits.symbol,
                                NumberText.rounded(limits.beyond().orElseThrow(), 3)))
                .toList();
    }

    /**
     * How many times beyond its nearest bound a model lies where it lies farthest outside, upwards or downwards; 1 within.
     *
     * @param parameters its parameters
     * @param tokens the tokens that it is trained on
     * @param flop its training compute
     */
    public double farthest(double parameters, double tokens, double flop) {
        return beyond(parameters, tokens, flop).stream()
                .mapToDouble(limits -> limits.beyond().orElseThrow())
                .map(times -> Math.max(times, 1 / times))
                .max()
                .orElse(1);
    }

    /** Warns where a sized model lies outside. */
    public void check(Chain chain, ComputeOptimal sized, Place place) {
        check(chain, sized, place, FIRST);
    }

    /**
     * The same of one of several laws.
     *
     * @param what which law it is
     */
    public void check(Chain chain, ComputeOptimal sized, Place place, String what) {
        Stream.of(
                        leastParameters,
                        mostParameters,
                        leastTokens,
                        mostTokens,
                        leastTokensPerParameter,
                        mostTokensPerParameter,
                        leastCompute,
                        mostCompute)
                .flatMap(Optional::stream)
                .forEach(chain::look);
        List<Limits> outside = beyond(
                sized.parameters().central("parameter").base(),
                sized.tokens().central("token").base(),
                sized.compute().central("FLOP").base());
        if (!outside.isEmpty()) {
            chain.warn(
                    what.equals(FIRST) ? "outside-law-domain" : "outside-second-law-domain",
                    place,
                    "%s is extrapolated: %s (fitted models: %s)"
                            .formatted(
                                    what,
                                    outside.stream().map(Limits::words).collect(Collectors.joining(", ")),
                                    source(outside.get(0))));
        }
    }

    private static String source(Limits limits) {
        return limits.most()
                .or(limits::least)
                .flatMap(Input::source)
                .map(Source::citation)
                .orElse("no source");
    }
}
