package muster.scaling;

import java.util.List;
import java.util.Optional;
import muster.diagnostic.Place;
import muster.document.In;
import muster.document.Inline;
import muster.document.Range;
import muster.model.ModelFigures;
import muster.scaling.loss.LossLaw;
import muster.scaling.loss.PowerSum;
import muster.scaling.loss.Sparse;
import muster.trace.Chain;
import muster.trace.Check;
import muster.trace.Figure;
import muster.trace.Kernel;
import muster.uncertainty.Input;
import muster.unit.Numbers;

/**
 * A mixture of experts by its sparsity (Abnar et al. 2025, arXiv 2501.12370). N counts all parameters; a token costs
 * k (1 - S) N.
 *
 * <pre>
 * L = e + a / N^alpha + b / D^beta + c / (1-S)^lambda + d / ((1-S)^delta N^gamma)
 * </pre>
 *
 * @param powers e, a, alpha, b, beta and k
 * @param sparsity S, the part of the experts that a token does not visit; 0 is a dense model
 * @param sparsityCoefficient c, in nat per token
 * @param sparsityExponent lambda
 * @param mixedCoefficient d, in nat per token
 * @param mixedSparsityExponent delta
 * @param mixedParameterExponent gamma
 * @param domain the models of the fit
 */
public record SparseMoe(
        @Inline Powers powers,
        @In(value = "1", range = Range.PART) Input sparsity,
        @In("nat/token") Input sparsityCoefficient,
        @In(value = "1", range = Range.ANY) Input sparsityExponent,
        @In("nat/token") Input mixedCoefficient,
        @In(value = "1", range = Range.ANY) Input mixedSparsityExponent,
        @In("1") Input mixedParameterExponent,
        Optional<Domain> domain)
        implements LawOfLoss {

    @Override
    public SparseSurface figures(Chain chain) {
        Figure left = chain.input(sparsity, "S");
        return new SparseSurface(
                powers.figures(chain),
                left,
                chain.one().minus(left).as("training.law.visited", "", "1"),
                chain.input(sparsityCoefficient, "c"),
                chain.input(sparsityExponent, "lambda"),
                chain.input(mixedCoefficient, "d"),
                chain.input(mixedSparsityExponent, "delta"),
                chain.input(mixedParameterExponent, "gamma"));
    }

    private static final Kernel EQUAL = Kernel.each(arguments -> {
        PowerSum sum = new PowerSum(0, arguments[0], arguments[1], 0, 1, 1);
        Sparse routed =
                new Sparse(sum, 1 - arguments[7], arguments[2], arguments[3], arguments[4], arguments[5], arguments[6]);
        Sparse dense = new Sparse(sum, 0, arguments[2], arguments[3], arguments[4], arguments[5], arguments[6]);
        return routed.parametersFor(dense.loss(arguments[8], 1), 1);
    });

    /**
     * The parameters of a mixture with the loss of a dense model after the same tokens, by this law alone; recorded.
     *
     * @param chain the run
     * @param dense the parameters of the dense model, in parameter
     * @param visited the part of the experts that a token visits
     */
    Figure asGoodAs(Chain chain, Figure dense, Figure visited) {
        // They are the same on both sides, and the sparsity is that of the experts.
        List.of(
                        powers.irreducibleLoss(),
                        powers.tokenCoefficient(),
                        powers.tokenExponent(),
                        powers.flopPerParameterToken(),
                        sparsity)
                .forEach(chain::spare);
        Figure parameter = Counted.parameter(chain);
        Figure a = chain.input(powers.parameterCoefficient(), "a");
        Figure alpha = chain.input(powers.parameterExponent(), "alpha");
        Figure c = chain.input(sparsityCoefficient, "c");
        Figure lambda = chain.input(sparsityExponent, "lambda");
        Figure d = chain.input(mixedCoefficient, "d");
        Figure delta = chain.input(mixedSparsityExponent, "delta");
        Figure gamma = chain.input(mixedParameterExponent, "gamma");
        return chain.solved(
                ModelFigures.PARAMETERS,
                "N",
                "parameter",
                EQUAL,
                n -> List.of(new Check(
                        a.over(n.over(parameter).power(alpha))
                                .plus(c.over(visited.power(lambda)))
                                .plus(d.over(visited.power(delta)
                                        .times(n.over(parameter).power(gamma)))),
                        a.over(dense.over(parameter).power(alpha))
                                .plus(c)
                                .plus(d.over(dense.over(parameter).power(gamma))))),
                a,
                alpha,
                c,
                lambda,
                d,
                delta,
                gamma,
                visited,
                dense);
    }

    /**
     * The parameters beyond which the law has a mixture better than a dense model of as many in all, which cannot be
     * ({@link Sparse#holdsTo}); recorded. Nothing where there is no such bound.
     *
     * @param chain the run
     * @param visited the part of the experts that a token visits
     */
    Optional<Figure> holdsTo(Chain chain, Figure visited) {
        double bound = at(1 - visited.central("1").base()).holdsTo();
        if (!(bound > 0) || Double.isInfinite(bound)) {
            return Optional.empty();
        }
        Figure c = chain.input(sparsityCoefficient, "c");
        Figure d = chain.input(mixedCoefficient, "d");
        Figure better = c.minus(c.over(visited.power(chain.input(sparsityExponent, "lambda"))));
        Figure worse = d.over(visited.power(chain.input(mixedSparsityExponent, "delta")))
                .minus(d);
        return Optional.of(worse.over(better)
                .power(chain.one().over(chain.input(mixedParameterExponent, "gamma")))
                .times(Counted.parameter(chain))
                .as(TrainingFigures.MOE_LAW_HOLDS_TO, "", "parameter"));
    }

    @Override
    public void doubt(Chain chain, Sized sized, Place place) {
        double most = at(sparsity.central()).holdsTo();
        if (sized.parameters().central("parameter").base() > most) {
            chain.warn("law-cannot-hold", place, words(sized.parameters(), most));
        }
    }

    /** That a model lies where the law cannot hold. */
    static String words(Figure parameters, double most) {
        double all = parameters.central("parameter").base();
        return "the law cannot hold here: from %s parameters on it has this sparse model better than a dense one of as many in all, and %s are %s times that"
                .formatted(Numbers.rounded(most, 3), Numbers.rounded(all, 3), Numbers.rounded(all / most, 3));
    }

    @Override
    public boolean routed() {
        return sparsity.central() > 0;
    }

    @Override
    public Optional<LossLaw> loss() {
        return Optional.of(at(sparsity.central()));
    }

    /** The loss at a sparsity and the central values of the constants. */
    public Sparse at(double part) {
        return new Sparse(
                powers.central(),
                part,
                sparsityCoefficient.central(),
                sparsityExponent.central(),
                mixedCoefficient.central(),
                mixedSparsityExponent.central(),
                mixedParameterExponent.central());
    }
}
