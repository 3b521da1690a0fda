package muster.research.production;

import java.util.Optional;
import muster.trace.Figure;

/**
 * The constants of a law of research on a chain, as {@link Production} has them.
 *
 * @param headsExponent lambda
 * @param outerExponent k, where it is not 1
 * @param compute how compute for experiments enters; nothing where labour alone counts
 */
public record ProductionFigures(Figure headsExponent, Optional<Figure> outerExponent, Optional<Experiments> compute) {

    /**
     * How compute for experiments enters.
     *
     * @param exponent zeta, where it is not 1
     * @param mean how it is weighed against labour; nothing where the lesser of the two counts
     */
    public record Experiments(Optional<Figure> exponent, Optional<Mean> mean) {
        private Figure counted(Figure compute) {
            return exponent.map(compute::power).orElse(compute);
        }
    }

    /**
     * A mean of powers.
     *
     * @param weight s
     * @param substitution rho
     * @param bounded whether rho is below 0 in every draw, so that neither input replaces the other
     */
    public record Mean(Figure weight, Figure substitution, boolean bounded) {}

    /**
     * The rate of research over that of the laboratory, not yet named.
     *
     * @param compute c, the compute of experiments over that of the laboratory
     * @param labour l, labour over that of the laboratory
     */
    public Figure rate(Figure compute, Figure labour) {
        return outer(inner(compute, labour));
    }

    private Figure outer(Figure inner) {
        return outerExponent.map(inner::power).orElse(inner);
    }

    private Figure inner(Figure compute, Figure labour) {
        return this.compute
                .map(how -> how.mean()
                        .map(mean -> mean.weight().mean(how.counted(compute), labour, mean.substitution()))
                        .orElseGet(() -> how.counted(compute).min(labour)))
                .orElse(labour);
    }

    /** The part of compute in the mean, from 0 to 1, not yet named; nothing where labour alone counts. */
    public Optional<Figure> computePart(Figure compute, Figure labour) {
        return this.compute.map(how -> how.mean()
                .map(mean -> mean.weight()
                        .times(how.counted(compute).over(inner(compute, labour)).power(mean.substitution())))
                .orElseGet(() -> labour.number(1).where(labour, how.counted(compute))));
    }

    /** By how many per cent the rate grows for a per cent of what has a part of the mean, by its exponents, not yet named. */
    public Figure elasticity(Figure part, Optional<Figure> exponent) {
        Figure inner = exponent.map(part::times).orElse(part);
        return outerExponent.map(inner::times).orElse(inner);
    }

    /** The rate that labour without limit would reach on so much compute; nothing where there is no such ceiling. */
    public Optional<Figure> labourCeiling(Figure compute) {
        return this.compute
                .filter(how -> how.mean().map(Mean::bounded).orElse(true))
                .map(how -> outer(how.mean()
                        .map(mean -> how.counted(compute).times(alone(mean.weight(), mean)))
                        .orElseGet(() -> how.counted(compute))));
    }

    /** The rate that compute without limit would reach with so much labour; nothing where there is no such ceiling. */
    public Optional<Figure> computeCeiling(Figure labour) {
        return this.compute
                .filter(how -> how.mean().map(Mean::bounded).orElse(true))
                .map(how -> outer(how.mean()
                        .map(mean -> labour.times(alone(labour.number(1).minus(mean.weight()), mean)))
                        .orElse(labour)));
    }

    private static Figure alone(Figure weight, Mean mean) {
        return weight.power(weight.number(1).over(mean.substitution()));
    }
}
