package muster.scaling;

import java.util.Optional;
import muster.scaling.loss.FineGrained;
import muster.scaling.loss.LossLaw;
import muster.trace.Chain;
import muster.trace.Figure;

/**
 * A mixture of fine experts, on a chain ({@link FineGrained}).
 *
 * @param sum the loss for the granularity
 * @param experts E
 * @param granularity G
 * @param routingFlop c_r
 * @param expansion all parameters over the active ones
 */
record FineGrainedSurface(Terms sum, Figure experts, Figure granularity, Figure routingFlop, Figure expansion)
        implements Surface {
    private static final double WIDTH_PER_LAYER = 64;

    @Override
    public Chain chain() {
        return sum.chain();
    }

    @Override
    public Figure loss(Figure parameters, Figure tokens) {
        return sum.loss(parameters, tokens);
    }

    @Override
    public Figure tokensFor(Figure loss, Figure parameters) {
        return sum.tokensFor(loss, parameters);
    }

    @Override
    public Figure perLogParameters(Figure parameters, Figure tokens) {
        return sum.perLogParameters(parameters, tokens);
    }

    @Override
    public Figure perLogTokens(Figure parameters, Figure tokens) {
        return sum.perLogTokens(parameters, tokens);
    }

    @Override
    public Figure flopPerParameterToken() {
        return sum.flopPerParameterToken();
    }

    // 64 l^2 parameters of the router, times E G c_r
    private Figure routing(Figure parameters) {
        Figure cubed =
                parameters.over(expansion).over(sum.parameter()).times(1 / (12 * WIDTH_PER_LAYER * WIDTH_PER_LAYER));
        return sum.parameter()
                .times(cubed.power(chain().number(2).over(chain().number(3))))
                .times(WIDTH_PER_LAYER)
                .times(experts.times(granularity).times(routingFlop));
    }

    @Override
    public Figure flopPerToken(Figure parameters) {
        return sum.flopPerToken(parameters).over(expansion).plus(routing(parameters));
    }

    @Override
    public Figure flopElasticity(Figure parameters) {
        return chain().one()
                .minus(routing(parameters).over(flopPerToken(parameters)).times(1.0 / 3));
    }

    @Override
    public Optional<Figure> active(Figure parameters) {
        return Optional.of(parameters.over(expansion));
    }

    @Override
    public Figure[] arguments(Figure... others) {
        return sum.arguments(Terms.joined(new Figure[] {experts, granularity, routingFlop}, others));
    }

    @Override
    public LossLaw at(double[] arguments) {
        return new FineGrained(
                Terms.kernel(arguments),
                arguments[Terms.COUNT],
                arguments[Terms.COUNT + 1],
                arguments[Terms.COUNT + 2]);
    }
}
