package muster.inference.serving;

import java.util.Optional;
import java.util.stream.Stream;
import muster.diagnostic.Problems;
import muster.document.In;
import muster.document.Range;
import muster.inference.step.RequestTokens;
import muster.trace.Chain;
import muster.uncertainty.Input;

/**
 * The lengths of requests.
 *
 * @param in prompt tokens
 * @param out output tokens
 * @param cached the part of the prompt that a cache of earlier requests holds: it is kept in memory and looked at, and not computed
 */
public record RequestLengths(
        @In(value = "token", plain = "1") Input in,
        @In(value = "token", plain = "1") Input out,
        @In(value = "1", range = Range.PART) Optional<Input> cached) {

    /** Reports a length that is uncertain: replicas are searched for once, and not for every sample. */
    public void check(Problems problems) {
        for (Input length : Stream.concat(Stream.of(in, out), cached.stream()).toList()) {
            if (!length.value().distribution().certain()) {
                problems.error(
                        "uncertain-length",
                        length.place(),
                        "%s is uncertain, and replicas are searched for at one length. Maybe a scenario for each?"
                                .formatted(length.name()));
            }
        }
    }

    /** The lengths at their central values. */
    public RequestTokens central() {
        return new RequestTokens(
                in.central(),
                out.central(),
                in.central() * cached.map(Input::central).orElse(0.0));
    }

    /** Marks all as used. */
    public void look(Chain chain) {
        chain.look(in);
        chain.look(out);
        cached.ifPresent(chain::look);
    }
}
