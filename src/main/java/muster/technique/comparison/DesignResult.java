package muster.technique.comparison;

import java.util.Optional;
import muster.technique.Design;

/**
 * A design with what it yields, or why there is none or it yields nothing.
 *
 * @param design the design, where there is one
 * @param outcome what it yields, where it yields something
 * @param refusal why not
 */
public record DesignResult(Optional<Design> design, Optional<ServedDesign> outcome, String refusal) {

    /** Serves designs, as a scenario says: on its chips, in its context, at its speed. */
    @FunctionalInterface
    public interface Server {
        /** A design with what it yields. */
        DesignResult serve(Design design);

        /** The same with gains over another design, sample by sample, where inputs are sampled. */
        default DesignResult serve(Design design, Design against) {
            return serve(design);
        }
    }

    /** A design that yields something. */
    public static DesignResult of(Design design, ServedDesign outcome) {
        return new DesignResult(Optional.of(design), Optional.of(outcome), "");
    }

    /** A design that yields nothing. */
    public static DesignResult nothing(Design design, String why) {
        return new DesignResult(Optional.of(design), Optional.empty(), why);
    }
}
