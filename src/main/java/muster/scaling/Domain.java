package muster.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.diagnostic.Place;
import muster.document.In;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.unit.Numbers;
import muster.unit.Quantity;
import muster.unit.Unit;

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
public record Domain(
        @In("parameter") Optional<Input> leastParameters,
        @In("parameter") Optional<Input> mostParameters,
        @In("token") Optional<Input> leastTokens,
        @In("token") Optional<Input> mostTokens,
        @In("token/parameter") Optional<Input> leastTokensPerParameter,
        @In("token/parameter") Optional<Input> mostTokensPerParameter,
        @In("FLOP") Optional<Input> leastCompute,
        @In("FLOP") Optional<Input> mostCompute) {

    /** Warns where a sized model lies outside. */
    void check(Chain chain, Sized sized, Place place) {
        Quantity parameters = sized.parameters().central("parameter");
        Quantity tokens = sized.tokens().central("token");
        Figure compute = sized.compute();
        List<String> outside = new ArrayList<>();
        outside(chain, "model.parameters", parameters, leastParameters, mostParameters)
                .ifPresent(outside::add);
        outside(chain, "model.tokens", tokens, leastTokens, mostTokens).ifPresent(outside::add);
        outside(
                        chain,
                        "tokens per parameter",
                        new Quantity(tokens.base() / parameters.base(), Unit.parse("token/parameter")),
                        leastTokensPerParameter,
                        mostTokensPerParameter)
                .ifPresent(outside::add);
        outside(chain, "training.compute", compute.central("FLOP"), leastCompute, mostCompute)
                .ifPresent(outside::add);
        if (!outside.isEmpty()) {
            chain.warn(
                    "outside-law-domain",
                    place,
                    "the law is extrapolated: %s (fitted models: %s)".formatted(String.join(", ", outside), source()));
        }
    }

    private String source() {
        return Stream.of(mostParameters, mostTokens, mostCompute, leastParameters, leastCompute, mostTokensPerParameter)
                .flatMap(Optional::stream)
                .flatMap(limit -> limit.source().stream())
                .map(Source::citation)
                .findFirst()
                .orElse("no source");
    }

    private static Optional<String> outside(
            Chain chain, String name, Quantity value, Optional<Input> least, Optional<Input> most) {
        double low = least.map(chain::look).orElse(0.0);
        double high = most.map(chain::look).orElse(Double.POSITIVE_INFINITY);
        if (value.base() >= low && value.base() <= high) {
            return Optional.empty();
        }
        boolean above = value.base() > high;
        return Optional.of("%s is %s the %s fitted, %s"
                .formatted(
                        name,
                        Numbers.rounded(above ? value.base() / high : value.base() / low, 3) + " times",
                        above ? "largest" : "smallest",
                        Numbers.rounded(above ? high : low, 3)));
    }
}
