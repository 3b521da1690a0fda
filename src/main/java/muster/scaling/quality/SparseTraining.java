package muster.scaling.quality;

import muster.document.In;
import muster.uncertainty.Input;

/**
 * The loss of a model that is trained with a part of its weights zero (Frantar et al. 2023, arXiv 2309.08520, Eq. 1).
 *
 * <pre>
 * L = (a_S (1 - S)^b_S + c_S) N^-b_N + (a_D / D)^b_D + c
 * </pre>
 *
 * <p>N counts the weights that are not zero. Only what the size is multiplied with is held here.
 *
 * @param sparseCoefficient a_S
 * @param sparseExponent b_S
 * @param denseCoefficient c_S
 * @param sizeExponent b_N
 */
public record SparseTraining(
        @In("1") Input sparseCoefficient,
        @In("1") Input sparseExponent,
        @In("1") Input denseCoefficient,
        @In("1") Input sizeExponent)
        implements QualityLaw {

    /** The law at the central values. */
    public Pruning central() {
        return new Pruning(
                sparseCoefficient.central(),
                sparseExponent.central(),
                denseCoefficient.central(),
                sizeExponent.central());
    }
}
