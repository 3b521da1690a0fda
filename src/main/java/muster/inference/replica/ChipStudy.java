package muster.inference.replica;

import java.util.Optional;

/**
 * What a kind of chip does with a model, one of several that are asked.
 *
 * @param chip the id of the kind of chip
 * @param study the frontier, which may be empty; nothing where the catalog does not know enough of the chip
 * @param unknown why there is no study; empty where there is one
 */
public record ChipStudy(String chip, Optional<FrontierStudy> study, String unknown) {

    /** The deployment that is wanted, where there is one. */
    public Optional<OperatingPoint> best() {
        return study.flatMap(FrontierStudy::best);
    }
}
