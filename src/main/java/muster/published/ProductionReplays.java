package muster.published;

import java.util.Optional;
import muster.diagnostic.Problems;
import muster.research.production.Accumulation;
import muster.research.production.Production;
import muster.trace.Chain;
import muster.uncertainty.sampling.SampleBatch;
import muster.unit.Quantity;

/** What laws of research say. */
final class ProductionReplays {
    private static final String PER_YEAR = "1/year";

    private ProductionReplays() {}

    /** What the law says; nothing where it says nothing of that, which is reported. */
    static Optional<Quantity> of(FigureComputation.Produced ours, Problems problems) {
        Optional<Quantity> told = ours.gives() == FigureComputation.Produced.Answer.SOFTWARE_GROWTH
                ? ours.researchLaw().accumulation().map(ProductionReplays::softwareGrowth)
                : Optional.of(Quantity.of(told(ours), "1"));
        if (told.isEmpty()) {
            problems.error(
                    "not-told",
                    ours.compute().place(),
                    "%s says nothing of how software gets better"
                            .formatted(ours.researchLaw().name()));
        }
        return told;
    }

    private static Quantity softwareGrowth(Accumulation stock) {
        return stock.softwareGrowth(new Chain(SampleBatch.central())).central(PER_YEAR);
    }

    private static double told(FigureComputation.Produced ours) {
        Production law = ours.researchLaw().central();
        double compute = ours.compute().central();
        double labour = law.labour(ours.heads().central(), ours.speed().central());
        return switch (ours.gives()) {
            case LABOUR -> labour;
            case LABOUR_CEILING -> law.rate(compute, Double.POSITIVE_INFINITY);
            case COMPUTE_CEILING -> law.rate(Double.POSITIVE_INFINITY, labour);
            case RHO -> law.substitution();
            case ZETA -> law.computeExponent();
            default -> law.rate(compute, labour);
        };
    }
}
