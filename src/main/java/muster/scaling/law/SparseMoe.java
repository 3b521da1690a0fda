package muster.scaling.law;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import muster.diagnostic.Place;
import muster.document.In;
import muster.document.Inline;
import muster.document.Range;
import muster.model.ModelFigures;
import muster.scaling.loss.ChinchillaFormula;
import muster.scaling.loss.LossSurface;
import muster.scaling.loss.PowerTerms;
import muster.scaling.loss.SizingFormula;
import muster.trace.Arithmetic;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.trace.Real;
import muster.trace.SolutionCheck;
import muster.uncertainty.Input;
import muster.unit.NumberText;

/**
 * A mixture of experts by its sparsity (Abnar et al. 2025, arXiv 2501.12370). N counts all parameters; a token costs
 * k (1 - S) N.
 *
 * <pre>
 * L = e + a / N^alpha + b / D^beta + c / (1-S)^lambda + d / ((1-S)^delta N^gamma)
 * </pre>
 *
 * @param powers e, a, alpha, b, beta and k
 * @param sparsity S, the part of the experts that a token does not activate; 0 is a dense model
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
        Optional<FitDomain> domain)
        implements LossLaw {

    /**
     * What experts and their sparsity add to the loss.
     *
     * @param visited 1 - S, the part of the experts that a token activates; without it the model is dense
     * @param coefficient c
     * @param exponent lambda
     * @param mixedCoefficient d
     * @param mixedExponent delta
     * @param mixedParameterExponent gamma
     * @param parameter one parameter
     */
    record SparsityTerms<N extends Arithmetic<N>>(
            Optional<N> visited,
            N coefficient,
            N exponent,
            N mixedCoefficient,
            N mixedExponent,
            N mixedParameterExponent,
            N parameter) {

        /** The same of a dense model. */
        SparsityTerms<N> dense() {
            return new SparsityTerms<>(
                    Optional.empty(),
                    coefficient,
                    exponent,
                    mixedCoefficient,
                    mixedExponent,
                    mixedParameterExponent,
                    parameter);
        }

        /** c / (1-S)^lambda, which hangs on neither parameters nor tokens. */
        N ofSparsity() {
            return visited.isPresent() ? coefficient.over(visited.get().power(exponent)) : coefficient;
        }

        /** d / ((1-S)^delta N^gamma). */
        N mixed(N parameters) {
            N power = parameters.over(parameter).power(mixedParameterExponent);
            return mixedCoefficient.over(
                    visited.isPresent() ? visited.get().power(mixedExponent).times(power) : power);
        }

        /** What sparsity takes off the loss of a model so large that the mixed term is nothing: c - c / (1-S)^lambda. */
        N better() {
            return coefficient.minus(ofSparsity());
        }

        /** What it adds to the loss of a model of one parameter: d / (1-S)^delta - d. */
        N worse() {
            return visited.map(part -> mixedCoefficient.over(part.power(mixedExponent)))
                    .orElse(mixedCoefficient)
                    .minus(mixedCoefficient);
        }

        /**
         * The parameters from which a mixture has a lower loss than a dense model of as many in all, after the same tokens. Experts
         * that a token does not activate cannot make a model better, so the law does not hold beyond. As S goes to 0 that is
         * where dL/dS = 0, {@code (d delta / (-c lambda))^(1/gamma)}.
         *
         * <pre>
         * c + d / N^gamma = c / (1-S)^lambda + d / ((1-S)^delta N^gamma)
         * N = (d (1/(1-S)^delta - 1) / (c (1 - 1/(1-S)^lambda)))^(1/gamma)
         * </pre>
         */
        N bound() {
            return worse().over(better())
                    .power(parameter.number(1).over(mixedParameterExponent))
                    .times(parameter);
        }

        <M extends Arithmetic<M>> SparsityTerms<M> map(Function<N, M> each) {
            return new SparsityTerms<>(
                    visited.map(each),
                    each.apply(coefficient),
                    each.apply(exponent),
                    each.apply(mixedCoefficient),
                    each.apply(mixedExponent),
                    each.apply(mixedParameterExponent),
                    each.apply(parameter));
        }
    }

    /**
     * The loss at a sparsity.
     *
     * @param sum e, a, alpha, b, beta and k
     * @param sparsity what experts add
     */
    record SparsityFormula<N extends Arithmetic<N>>(ChinchillaFormula<N> sum, SparsityTerms<N> sparsity)
            implements SizingFormula<N> {

        /** The same law of a dense model. */
        SparsityFormula<N> dense() {
            return new SparsityFormula<>(sum, sparsity.dense());
        }

        /** All that hangs on the parameters and the sparsity. */
        N ofParameters(N parameters) {
            return sum.terms()
                    .parameterTerm(parameters)
                    .plus(sparsity.ofSparsity())
                    .plus(sparsity.mixed(parameters));
        }

        @Override
        public N loss(N parameters, N tokens) {
            return sum.loss(parameters, tokens).plus(sparsity.ofSparsity()).plus(sparsity.mixed(parameters));
        }

        @Override
        public N tokensFor(N loss, N parameters) {
            return sum.tokensFor(loss.minus(sparsity.ofSparsity()).minus(sparsity.mixed(parameters)), parameters);
        }

        @Override
        public N parameterGain(N parameters, N tokens) {
            return sum.parameterGain(parameters, tokens)
                    .plus(sparsity.mixedParameterExponent().times(sparsity.mixed(parameters)));
        }

        @Override
        public N tokenGain(N parameters, N tokens) {
            return sum.tokenGain(parameters, tokens);
        }

        @Override
        public N flopPerParameterToken() {
            return sum.flopPerParameterToken();
        }

        @Override
        public N flopPerToken(N parameters) {
            return sum.flopPerToken(active(parameters).orElse(parameters));
        }

        @Override
        public Optional<N> active(N parameters) {
            return sparsity.visited().map(parameters::times);
        }

        @Override
        public <M extends Arithmetic<M>> SparsityFormula<M> map(Function<N, M> each) {
            return new SparsityFormula<>(sum.map(each), sparsity.map(each));
        }
    }

    @Override
    public <N extends Arithmetic<N>> SparsityFormula<N> formula(LawConstants<N> constants) {
        N left = constants.input(sparsity, "S");
        ChinchillaFormula<N> sum = powers.formula(constants);
        return new SparsityFormula<>(
                sum, terms(constants, constants.number(1).minus(left).as("training.law.visited", "", "1")));
    }

    private <N extends Arithmetic<N>> SparsityTerms<N> terms(LawConstants<N> constants, N visited) {
        return new SparsityTerms<>(
                Optional.of(visited),
                constants.input(sparsityCoefficient, "c"),
                constants.input(sparsityExponent, "lambda"),
                constants.input(mixedCoefficient, "d"),
                constants.input(mixedSparsityExponent, "delta"),
                constants.input(mixedParameterExponent, "gamma"),
                constants.parameter());
    }

    /**
     * The parameters of a mixture with the loss of a dense model after the same tokens, by this law alone; recorded.
     *
     * @param chain the run
     * @param dense the parameters of the dense model, in parameter
     * @param visited the part of the experts that a token activates
     */
    public Figure asGoodAs(Chain chain, Figure dense, Figure visited) {
        LawConstants<Figure> constants = LawConstants.on(chain);
        // They are the same on both sides, and the sparsity is that of the experts.
        List.of(
                        powers.irreducibleLoss(),
                        powers.tokenCoefficient(),
                        powers.tokenExponent(),
                        powers.flopPerParameterToken(),
                        sparsity)
                .forEach(chain::spare);
        Figure parameter = constants.parameter();
        PowerTerms<Figure> ofSize = new PowerTerms<>(
                chain.number(0),
                constants.input(powers.parameterCoefficient(), "a"),
                constants.input(powers.parameterExponent(), "alpha"),
                chain.number(0),
                chain.one(),
                parameter,
                chain.one());
        SparsityFormula<Figure> routed =
                new SparsityFormula<>(new ChinchillaFormula<>(ofSize, chain.one()), terms(constants, visited));
        SparsityFormula<Figure> plain = routed.dense();
        return new LossSearch(chain, List.of(routed, plain), List.of(dense))
                .solved(
                        ModelFigures.PARAMETERS,
                        sample -> sample.law(routed)
                                .parametersFor(sample.law(plain).loss(sample.of(dense), 1), 1),
                        n -> List.of(new SolutionCheck(routed.ofParameters(n), plain.ofParameters(dense))));
    }

    /**
     * Where the law holds to at a sparsity ({@link SparsityTerms#bound}): no bound, infinity, where it has none, of a dense model and
     * where lambda is 0 or more; 0 where it holds nowhere.
     */
    static double holdsTo(SparsityTerms<Real> terms) {
        if (!(terms.better().value() > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        return terms.worse().value() > 0 ? terms.bound().value() : 0;
    }

    /** The same at the central values of the constants. */
    double holdsTo(double part) {
        return holdsTo(terms(LawConstants.central(), new Real(1 - part)));
    }

    /**
     * The same for the part of the experts that a token activates; recorded. Nothing where there is no such bound.
     *
     * @param chain the run
     * @param visited the part of the experts that a token activates
     */
    public Optional<Figure> holdsTo(Chain chain, Figure visited) {
        double bound = holdsTo(1 - visited.central("1").base());
        if (!(bound > 0) || Double.isInfinite(bound)) {
            return Optional.empty();
        }
        Figure c = chain.input(sparsityCoefficient, "c");
        Figure d = chain.input(mixedCoefficient, "d");
        Figure lambda = chain.input(sparsityExponent, "lambda");
        Figure delta = chain.input(mixedSparsityExponent, "delta");
        Figure gamma = chain.input(mixedParameterExponent, "gamma");
        return Optional.of(
                new SparsityTerms<>(Optional.of(visited), c, lambda, d, delta, gamma, CountedUnits.parameter(chain))
                        .bound()
                        .as(TrainingFigures.MOE_LAW_HOLDS_TO, "", "parameter"));
    }

    @Override
    public void doubt(Chain chain, ComputeOptimal sized, Place place) {
        double most = holdsTo(sparsity.central());
        if (sized.parameters().central("parameter").base() > most) {
            chain.warn("law-cannot-hold", place, words(sized.parameters(), most));
        }
    }

    /** That a model lies where the law cannot hold. */
    public static String words(Figure parameters, double most) {
        double all = parameters.central("parameter").base();
        return "the law cannot hold here: from %s parameters on it has this sparse model better than a dense one of as many in all, and %s are %s times that"
                .formatted(NumberText.rounded(most, 3), NumberText.rounded(all, 3), NumberText.rounded(all / most, 3));
    }

    @Override
    public boolean routed() {
        return sparsity.central() > 0;
    }

    /** The loss at a sparsity and the central values of the constants. */
    public LossSurface at(double part) {
        LawConstants<Real> constants = LawConstants.central();
        return LossSurface.of(new SparsityFormula<>(powers.formula(constants), terms(constants, new Real(1 - part))));
    }
}
