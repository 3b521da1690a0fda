package muster.research.production;

import java.util.Optional;
import muster.numeric.PowerMean;
import muster.unit.NumberText;

/**
 * The rate of research from labour and from compute for experiments, in ratios to a laboratory where all are 1.
 *
 * <pre>
 * X / X0 = ((s c^(zeta rho) + (1 - s) l^rho)^(1 / rho))^k,   l = n^lambda v
 * </pre>
 *
 * with compute c, heads n and serial speed v. Only heads are penalised: twice as many who work at once are less than twice the
 * labour, twice as fast is twice. At rho = 0 it is {@code (c^(zeta s) l^(1 - s))^k}, and as rho falls without limit
 * {@code min(c^zeta, l)^k}. With s = 0 labour alone counts.
 *
 * @param computeWeight s, from 0 to 1
 * @param substitution rho, at most 1; the elasticity of substitution is 1 / (1 - rho); minus infinity for fixed proportions
 * @param computeExponent zeta, above 0
 * @param headsExponent lambda, above 0
 * @param outerExponent k, above 0
 */
public record Production(
        double computeWeight, double substitution, double computeExponent, double headsExponent, double outerExponent) {

    /** Labour of heads at a speed, all in ratios. */
    public double labour(double heads, double speed) {
        return StrictMath.pow(heads, headsExponent) * speed;
    }

    /**
     * The rate.
     *
     * @param compute c, zero or above, infinite for the ceiling of labour
     * @param labour l, zero or above, infinite for the ceiling of compute
     */
    public double rate(double compute, double labour) {
        return StrictMath.pow(PowerMean.of(computeWeight, counted(compute), labour, substitution), outerExponent);
    }

    /** The rate of heads at a speed. */
    public double rate(double compute, double heads, double speed) {
        return rate(compute, labour(heads, speed));
    }

    /** By how many per cent the rate grows for a per cent more compute. */
    public double computeElasticity(double compute, double labour) {
        return outerExponent * computeExponent * computePart(compute, labour);
    }

    /** By how many per cent the rate grows for a per cent more labour: of speed, and of heads times lambda. */
    public double labourElasticity(double compute, double labour) {
        return outerExponent * (1 - computePart(compute, labour));
    }

    /** The part of compute in the mean, s c^(zeta rho) / (s c^(zeta rho) + (1 - s) l^rho). */
    public double computePart(double compute, double labour) {
        if (computeWeight == 0) {
            return 0;
        }
        double counted = counted(compute);
        if (substitution == Double.NEGATIVE_INFINITY) {
            return counted <= labour ? 1 : 0;
        }
        double odds =
                (1 - computeWeight) / computeWeight * StrictMath.exp(substitution * StrictMath.log(labour / counted));
        return 1 / (1 + odds);
    }

    /**
     * Why the rate is not jointly concave in compute and heads, so that no plan could be proven best under it; empty where it is. A
     * mean of powers is concave and homogeneous for rho up to 1, and a power up to 1 keeps that.
     */
    public Optional<String> notConcave() {
        return beyondOne("rho", substitution)
                .or(() -> beyondOne("zeta", computeExponent))
                .or(() -> beyondOne("lambda", headsExponent))
                .or(() -> beyondOne("the outer exponent", outerExponent));
    }

    private static Optional<String> beyondOne(String name, double exponent) {
        return exponent > 1
                ? Optional.of("%s is %s, above 1".formatted(name, NumberText.rounded(exponent, 4)))
                : Optional.empty();
    }

    private double counted(double compute) {
        return computeExponent == 1 ? compute : StrictMath.pow(compute, computeExponent);
    }
}
