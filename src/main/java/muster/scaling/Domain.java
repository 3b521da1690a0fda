package muster.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.diagnostic.Place;
import muster.document.In;
import muster.trace.Chain;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.unit.Numbers;
import muster.unit.Quantity;

/**
 * The models that a law was fitted on. Outside it a law is extrapolated, which a result says.
 *
 * @param leastParameters the smallest model
 * @param mostParameters the largest model
 * @param leastTokens the shortest training
 * @param mostTokens the longest training
 */
public record Domain(
        @In("parameter") Input leastParameters,
        @In("parameter") Input mostParameters,
        @In("token") Input leastTokens,
        @In("token") Input mostTokens) {

    /** Warns where a sized model lies outside. */
    void check(Chain chain, Sized sized, Place place) {
        List<String> outside = new ArrayList<>();
        outside(chain, "model.parameters", sized.parameters().central("parameter"), leastParameters, mostParameters)
                .ifPresent(outside::add);
        outside(chain, "model.tokens", sized.tokens().central("token"), leastTokens, mostTokens)
                .ifPresent(outside::add);
        if (!outside.isEmpty()) {
            String source = mostParameters.source().map(Source::citation).orElse("no source");
            chain.warn(
                    "outside-law-domain",
                    place,
                    "the law is extrapolated: %s (fitted models: %s)".formatted(String.join(", ", outside), source));
        }
    }

    private static Optional<String> outside(Chain chain, String name, Quantity value, Input least, Input most) {
        double low = chain.look(least);
        double high = chain.look(most);
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
