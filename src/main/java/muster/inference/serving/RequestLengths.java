package muster.inference.serving;

import muster.diagnostic.Problems;
import muster.document.In;
import muster.inference.step.RequestTokens;
import muster.trace.Chain;
import muster.uncertainty.Input;

/**
 * The lengths of requests.
 *
 * @param in prompt tokens
 * @param out output tokens
 */
public record RequestLengths(
        @In(value = "token", plain = "1") Input in,
        @In(value = "token", plain = "1") Input out) {

    /** Reports a length that is uncertain: replicas are searched for once, and not for every sample. */
    public void check(Problems problems) {
        for (Input length : new Input[] {in, out}) {
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
        return new RequestTokens(in.central(), out.central());
    }

    /** Marks both as used. */
    public void look(Chain chain) {
        chain.look(in);
        chain.look(out);
    }
}
