package muster.inference.step;

/**
 * Collectives between the chips of a replica: a fixed cost and the bytes over the links, inside the scale-up domain and between
 * domains.
 *
 * <pre>
 * all-reduce of V bytes over t chips of a domain = ar0 + ar1 log2 t + 2 (t - 1)/t V/(e_ar X)
 * between g domains of i chips                   = ar_net + ar1 log2 g + 2 (g - 1)/g (V/i)/(e_net Y)
 * </pre>
 *
 * <p>with X bytes/s of the links and Y of the network, per chip in one direction. A sum over more than one domain is first
 * taken inside each, then by each chip over its part of the data between them.
 *
 * @param constants the constants
 * @param machine the chip
 */
public record Collectives(CalibratedFactors constants, Machine machine) {
    private static final double LOG_2 = Math.log(2);
    private static final double BYTES = 2;
    // A token's input goes to its experts in 8 bits and their output comes back in 16: 1.5 bytes on average.
    private static final double EXCHANGED_BYTES = 1.5;

    /** An all-reduce of 16-bit elements inside a domain, in seconds. */
    double allReduceInDomain(int chips, double elements) {
        return chips <= 1
                ? 0
                : constants.allReduceSeconds()
                        + constants.allReduceSecondsPerDoubling() * Math.log(chips) / LOG_2
                        + 2
                                * (chips - 1.0)
                                / chips
                                * elements
                                * BYTES
                                / (constants.linkEfficiency() * machine.linkBytesPerSecond());
    }

    /** An all-reduce of 16-bit elements between domains, each chip with its own elements, in seconds. */
    double allReduceAcrossDomains(int domains, double elements) {
        return domains <= 1
                ? 0
                : constants.networkSeconds()
                        + constants.allReduceSecondsPerDoubling() * Math.log(domains) / LOG_2
                        + 2
                                * (domains - 1.0)
                                / domains
                                * elements
                                * BYTES
                                / (constants.networkEfficiency() * machine.networkBytesPerSecond());
    }

    /** The same as {@link #allReduceInDomain} with what goes into it. */
    StepTerm allReduceInDomainTerm(double count, int chips, double elements) {
        double doublings = constants.allReduceSecondsPerDoubling() * Math.log(chips) / LOG_2;
        return new StepTerm(
                "all-reduce in the scale-up domain",
                count,
                2 * (chips - 1.0) / chips * elements * BYTES,
                constants.linkEfficiency() * machine.linkBytesPerSecond(),
                0,
                0,
                chips <= 1 ? 0 : constants.allReduceSeconds() + doublings,
                constants.blend());
    }

    /** The same as {@link #allReduceAcrossDomains} with what goes into it. */
    StepTerm allReduceAcrossDomainsTerm(double count, int domains, double elements) {
        double doublings = constants.allReduceSecondsPerDoubling() * Math.log(domains) / LOG_2;
        return new StepTerm(
                "all-reduce over the network",
                count,
                2 * (domains - 1.0) / domains * elements * BYTES,
                constants.networkEfficiency() * machine.networkBytesPerSecond(),
                0,
                0,
                domains <= 1 ? 0 : constants.networkSeconds() + doublings,
                constants.blend());
    }

    /** The same as {@link #allToAll} with what goes into it: the slower of links and network. */
    StepTerm allToAllTerm(double count, int chips, double elements) {
        double bytes = elements * EXCHANGED_BYTES;
        double links = constants.allToAllEfficiency() * machine.linkBytesPerSecond();
        StepTerm inside = new StepTerm(
                "all-to-all in the scale-up domain",
                count,
                bytes,
                links,
                0,
                0,
                constants.allToAllSeconds(),
                constants.blend());
        if (chips <= machine.domainChips()) {
            return inside;
        }
        StepTerm across = new StepTerm(
                "all-to-all over the network",
                count,
                bytes * (1 - (double) machine.domainChips() / chips),
                constants.networkEfficiency() * machine.networkBytesPerSecond(),
                0,
                0,
                constants.networkSeconds(),
                constants.blend());
        return inside.seconds() >= across.seconds() ? inside : across;
    }

    /**
     * An all-to-all that takes tokens to their experts or back, in seconds.
     *
     * @param chips chips that hold the experts
     * @param elements elements that each chip sends
     */
    public double allToAll(int chips, double elements) {
        double bytes = elements * EXCHANGED_BYTES;
        double inside =
                constants.allToAllSeconds() + bytes / (constants.allToAllEfficiency() * machine.linkBytesPerSecond());
        if (chips <= machine.domainChips()) {
            return inside;
        }
        double leaving = bytes * (1 - (double) machine.domainChips() / chips);
        double across = constants.networkSeconds()
                + leaving / (constants.networkEfficiency() * machine.networkBytesPerSecond());
        return Math.max(inside, across);
    }
}
