package muster.scaling;

import java.util.Locale;
import muster.trace.Chain;
import muster.trace.Figure;

/** Which arithmetic of a training is counted beside the products with parameters; published counts differ. */
public enum FlopCount {
    /**
     * Each token looks at those before it, half of the sequence on average, and is taken through the output layer (Busbridge et
     * al. 2025, arXiv 2502.08606, Appendix H).
     */
    CAUSAL(2, 2.5, true),
    /**
     * Each token looks at the whole sequence, and there is no output layer (Hoffmann et al. 2022, arXiv 2203.15556, Appendix F,
     * as its Table A4 has it; the text lists embedding and output layer too).
     */
    EVERY_PAIR(4, 3, false);

    private final double perElement;
    private final double perHead;
    private final boolean outputLayer;

    FlopCount(double perElement, double perHead, boolean outputLayer) {
        this.perElement = perElement;
        this.perHead = perHead;
        this.outputLayer = outputLayer;
    }

    /** Whether the product with the output layer counts. */
    boolean outputLayer() {
        return outputLayer;
    }

    /** FLOP of a head for a token of the sequence: both products with its elements, and the softmax. */
    Figure ofHead(Chain chain, Figure headDim) {
        return headDim.times(perElement).plus(chain.number(perHead));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
