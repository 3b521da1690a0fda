package muster.scaling.quality;

/**
 * What weights are worth of which a part is zero (Frantar et al. 2023, arXiv 2309.08520, Eq. 1).
 *
 * <pre>
 * dense parameters of the same loss over weights that are not zero = ((a_S + c_S) / (a_S (1 - S)^b_S + c_S))^(1/b_N)
 * </pre>
 *
 * @param sparseCoefficient a_S
 * @param sparseExponent b_S
 * @param denseCoefficient c_S
 * @param sizeExponent b_N
 */
public record Pruning(double sparseCoefficient, double sparseExponent, double denseCoefficient, double sizeExponent) {

    /**
     * Parameters of the dense model of the same loss, over the weights that are not zero.
     *
     * @param sparsity S, the part that is zero; 0 or above and below 1
     */
    public double denseSize(double sparsity) {
        double term = sparseCoefficient * StrictMath.pow(1 - sparsity, sparseExponent) + denseCoefficient;
        return StrictMath.pow((sparseCoefficient + denseCoefficient) / term, 1 / sizeExponent);
    }
}
