package muster.scaling;

import java.util.List;
import java.util.Optional;
import muster.document.In;
import muster.document.Range;
import muster.scaling.loss.FineGrained;
import muster.scaling.loss.LossLaw;
import muster.scaling.loss.PowerSum;
import muster.trace.Chain;
import muster.trace.Check;
import muster.trace.Figure;
import muster.trace.Kernel;
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
        implements Law {
    private static final double WIDTH_PER_LAYER = 64;
    private static final Kernel SEARCH = Kernel.each(arguments -> new FineGrained(
                    Terms.kernel(arguments),
                    arguments[Terms.COUNT],
                    arguments[Terms.COUNT + 1],
                    arguments[Terms.COUNT + 2])
            .optimum(arguments[Terms.COUNT + 3])
            .parameters());

    @Override
    public Sized apply(Chain chain, Figure compute, String under) {
        Figure e = chain.input(experts, "E");
        Figure g = chain.input(granularity, "G");
        Figure coefficient = chain.input(granularityCoefficient, "g")
                .over(g.power(chain.input(granularityExponent, "gamma")))
                .plus(chain.input(parameterCoefficient, "a"))
                .as("training.law.size_coefficient", "A", "nat/token");
        Terms terms = new Terms(
                chain.input(irreducibleLoss, "c"),
                coefficient,
                chain.input(parameterExponent, "alpha"),
                chain.input(tokenCoefficient, "b"),
                chain.input(tokenExponent, "beta"),
                chain.input(flopPerParameterToken, "k"),
                Counted.parameter(chain),
                Counted.token(chain));
        Figure expansion = chain.one().plus(e.times(2)).over(chain.number(3)).as("training.law.expansion", "", "1");
        Router router = new Router(chain, terms, expansion, e.times(g).times(chain.input(routingFlop, "c_r")));
        Figure parameters = chain.solved(
                under + "parameters",
                "N",
                "parameter",
                SEARCH,
                n -> List.of(new Check(
                        terms.parameterExponent().times(terms.parameterTerm(n)),
                        chain.one()
                                .minus(router.flopPerToken(n)
                                        .over(router.all(n))
                                        .times(1.0 / 3))
                                .times(terms.tokenExponent())
                                .times(terms.tokenTerm(compute.over(router.all(n)))))),
                terms.arguments(e, g, chain.input(routingFlop, "c_r"), compute));
        Figure active = parameters.over(expansion).as(under + "active_parameters", "n", "parameter");
        Figure tokens = compute.over(router.all(parameters)).as(under + "tokens", "D", "token");
        Figure loss = terms.loss(parameters, tokens).as(under + "loss", "L", "nat/token");
        return new Sized(compute, parameters, active, tokens, Optional.of(loss));
    }

    private record Router(Chain chain, Terms terms, Figure expansion, Figure perRouted) {
        // 64 l^2 parameters of the router, times E G c_r
        Figure flopPerToken(Figure n) {
            Figure cubed =
                    n.over(expansion).over(terms.parameter()).times(1 / (12 * WIDTH_PER_LAYER * WIDTH_PER_LAYER));
            return terms.parameter()
                    .times(cubed.power(chain.number(2).over(chain.number(3))))
                    .times(WIDTH_PER_LAYER)
                    .times(perRouted);
        }

        Figure all(Figure n) {
            return terms.flopPerParameterToken().times(n).over(expansion).plus(flopPerToken(n));
        }
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
