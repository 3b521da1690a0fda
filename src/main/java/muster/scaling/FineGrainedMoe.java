package muster.scaling;

import java.util.Optional;
import muster.document.In;
import muster.document.Range;
import muster.scaling.loss.FineGrained;
import muster.scaling.loss.LossLaw;
import muster.scaling.loss.PowerSum;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * A mixture of fine experts (Krajewski et al. 2024, arXiv 2402.07871, Eqs. 9 and 10). N counts all parameters outside the
 * embedding, with attention once.
 *
 * <pre>
 * L = c + (g / G^gamma + a) / N^alpha + b / D^beta
 * active n = N / (1/3 + 2 E/3),  l = (n / (12 * 64^2))^(1/3) layers
 * C = (k n + 64 l^2 E G c_r) D
 * </pre>
 *
 * @param irreducibleLoss c, in nat per token
 * @param granularityCoefficient g, in nat per token
 * @param granularityExponent gamma
 * @param parameterCoefficient a, in nat per token
 * @param parameterExponent alpha
 * @param tokenCoefficient b, in nat per token
 * @param tokenExponent beta
 * @param flopPerParameterToken k, in FLOP per active parameter and token
 * @param routingFlop c_r, in FLOP per parameter of the router and token
 * @param experts E, by how much the feed-forward parameters are expanded
 * @param granularity G, into how many an expert of full size is cut
 * @param domain the models of the fit
 */
public record FineGrainedMoe(
        @In(value = "nat/token", range = Range.NON_NEGATIVE) Input irreducibleLoss,
        @In("nat/token") Input granularityCoefficient,
        @In("1") Input granularityExponent,
        @In("nat/token") Input parameterCoefficient,
        @In("1") Input parameterExponent,
        @In("nat/token") Input tokenCoefficient,
        @In("1") Input tokenExponent,
        @In("FLOP/parameter/token") Input flopPerParameterToken,
        @In("FLOP/parameter/token") Input routingFlop,
        @In("1") Input experts,
        @In("1") Input granularity,
        Optional<Domain> domain)
        implements LawOfLoss {

    @Override
    public FineGrainedSurface figures(Chain chain) {
        Figure e = chain.input(experts, "E");
        Figure g = chain.input(granularity, "G");
        Figure coefficient = chain.input(granularityCoefficient, "g")
                .over(g.power(chain.input(granularityExponent, "gamma")))
                .plus(chain.input(parameterCoefficient, "a"))
                .as("training.law.size_coefficient", "A", "nat/token");
        Terms sum = new Terms(
                chain,
                chain.input(irreducibleLoss, "c"),
                coefficient,
                chain.input(parameterExponent, "alpha"),
                chain.input(tokenCoefficient, "b"),
                chain.input(tokenExponent, "beta"),
                chain.input(flopPerParameterToken, "k"),
                Counted.parameter(chain),
                Counted.token(chain));
        Figure expansion = chain.one().plus(e.times(2)).over(chain.number(3)).as("training.law.expansion", "", "1");
        return new FineGrainedSurface(sum, e, g, chain.input(routingFlop, "c_r"), expansion);
    }

    @Override
    public boolean outsideEmbedding() {
        return true;
    }

    @Override
    public boolean routed() {
        return true;
    }

    @Override
    public Optional<LossLaw> loss() {
        return Optional.of(central());
    }

    /** The loss at the central values. */
    public FineGrained central() {
        double coefficient =
                granularityCoefficient.central() / StrictMath.pow(granularity.central(), granularityExponent.central())
                        + parameterCoefficient.central();
        PowerSum sum = new PowerSum(
                irreducibleLoss.central(),
                coefficient,
                parameterExponent.central(),
                tokenCoefficient.central(),
                tokenExponent.central(),
                flopPerParameterToken.central());
        return new FineGrained(sum, experts.central(), granularity.central(), routingFlop.central());
    }
}
