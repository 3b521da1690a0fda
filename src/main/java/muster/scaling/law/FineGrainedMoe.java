package muster.scaling.law;

import java.util.Optional;
import java.util.function.Function;
import muster.document.In;
import muster.document.Range;
import muster.scaling.loss.ChinchillaFormula;
import muster.scaling.loss.PowerTerms;
import muster.scaling.loss.SizingFormula;
import muster.trace.Arithmetic;
import muster.uncertainty.Input;

/**
 * A mixture of fine-grained experts (Krajewski et al. 2024, arXiv 2402.07871, Eqs. 9 and 10). N counts all parameters outside
 * the embedding, with attention once.
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
 * @param granularity G, into how many an expert of full size is split
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
        Optional<FitDomain> domain)
        implements LossLaw {

    private static final double WIDTH_PER_LAYER = 64;

    /**
     * The loss for a granularity, and what a token costs.
     *
     * @param sum the loss: A is g / G^gamma + a
     * @param experts E
     * @param granularity G
     * @param routingFlop c_r
     * @param expansion all parameters over the active ones
     */
    public record GranularityFormula<N extends Arithmetic<N>>(
            ChinchillaFormula<N> sum, N experts, N granularity, N routingFlop, N expansion)
            implements SizingFormula<N> {

        @Override
        public N loss(N parameters, N tokens) {
            return sum.loss(parameters, tokens);
        }

        @Override
        public N tokensFor(N loss, N parameters) {
            return sum.tokensFor(loss, parameters);
        }

        @Override
        public Optional<N> parametersFor(N loss, N tokens) {
            return sum.parametersFor(loss, tokens);
        }

        @Override
        public N parameterGain(N parameters, N tokens) {
            return sum.parameterGain(parameters, tokens);
        }

        @Override
        public N tokenGain(N parameters, N tokens) {
            return sum.tokenGain(parameters, tokens);
        }

        @Override
        public N flopPerParameterToken() {
            return sum.flopPerParameterToken();
        }

        // 64 l^2 parameters of the router, times E G c_r
        private N routing(N parameters) {
            N parameter = sum.terms().parameter();
            N cubed = parameters.over(expansion).over(parameter).times(1 / (12 * WIDTH_PER_LAYER * WIDTH_PER_LAYER));
            return parameter
                    .times(cubed.power(cubed.number(2).over(cubed.number(3))))
                    .times(WIDTH_PER_LAYER)
                    .times(experts.times(granularity).times(routingFlop));
        }

        @Override
        public N flopPerToken(N parameters) {
            return sum.flopPerToken(parameters).over(expansion).plus(routing(parameters));
        }

        @Override
        public N flopElasticity(N parameters) {
            return parameters
                    .number(1)
                    .minus(routing(parameters).over(flopPerToken(parameters)).times(1.0 / 3));
        }

        @Override
        public Optional<N> active(N parameters) {
            return Optional.of(parameters.over(expansion));
        }

        @Override
        public <M extends Arithmetic<M>> GranularityFormula<M> map(Function<N, M> each) {
            return new GranularityFormula<>(
                    sum.map(each),
                    each.apply(experts),
                    each.apply(granularity),
                    each.apply(routingFlop),
                    each.apply(expansion));
        }
    }

    @Override
    public <N extends Arithmetic<N>> GranularityFormula<N> formula(LawConstants<N> constants) {
        N e = constants.input(experts, "E");
        N coefficient = sizeCoefficient(constants).as("training.law.size_coefficient", "A", "nat/token");
        N irreducible = constants.input(irreducibleLoss, "c");
        N alpha = constants.input(parameterExponent, "alpha");
        N b = constants.input(tokenCoefficient, "b");
        N beta = constants.input(tokenExponent, "beta");
        N k = constants.input(flopPerParameterToken, "k");
        PowerTerms<N> terms =
                new PowerTerms<>(irreducible, coefficient, alpha, b, beta, constants.parameter(), constants.token());
        N expansion = expansion(constants).as("training.law.expansion", "", "1");
        return new GranularityFormula<>(
                new ChinchillaFormula<>(terms, k),
                e,
                constants.input(granularity, "G"),
                constants.input(routingFlop, "c_r"),
                expansion);
    }

    /** g / G^gamma + a. */
    public <N extends Arithmetic<N>> N sizeCoefficient(LawConstants<N> constants) {
        N g = constants.input(granularity, "G");
        return constants
                .input(granularityCoefficient, "g")
                .over(g.power(constants.input(granularityExponent, "gamma")))
                .plus(constants.input(parameterCoefficient, "a"));
    }

    /** All parameters over the active ones: (1 + 2 E) / 3. */
    public <N extends Arithmetic<N>> N expansion(LawConstants<N> constants) {
        return constants.number(1).plus(constants.input(experts, "E").times(2)).over(constants.number(3));
    }

    @Override
    public boolean outsideEmbedding() {
        return true;
    }

    @Override
    public boolean routed() {
        return true;
    }
}
