package muster.scaling.quality;

import muster.document.In;
import muster.document.Range;
import muster.uncertainty.Input;

/**
 * The loss of a dense model that is given routed experts, at 130 billion tokens (Clark et al. 2022, arXiv 2202.01169);
 * logarithms are to the base 10.
 *
 * @param size a, of the logarithm of the parameters
 * @param expert b, of the logarithm of the experts
 * @param interaction c, of the product of both
 * @param offset d
 * @param start E_start, below which experts bring little
 * @param most E_max, above which experts bring little
 */
public record RoutedExperts(
        @In(value = "1", range = Range.ANY) Input size,
        @In(value = "1", range = Range.ANY) Input expert,
        @In(value = "1", range = Range.ANY) Input interaction,
        @In(value = "1", range = Range.ANY) Input offset,
        @In("1") Input start,
        @In("1") Input most)
        implements QualityLaw {

    /** The law at the central values. */
    public RoutedExpertsLoss central() {
        return new RoutedExpertsLoss(
                size.central(),
                expert.central(),
                interaction.central(),
                offset.central(),
                start.central(),
                most.central());
    }
}
