package muster.workforce;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.uncertainty.sampling.SampleBatch;
import muster.unit.Quantity;

/**
 * A workforce whose entries were looked up.
 *
 * <pre>
 * researcher-seconds per second   = throughput / tokens per researcher-second
 * parallel researchers            = streams / streams per researcher, less the safety tax, up to what can be supervised
 * serial speed-up                 = serial speed * streams per researcher / tokens per researcher-second
 *                                   * AI time / researcher-month
 * researcher-months per month     = parallel researchers * serial speed-up
 * tokens per researcher-month     = throughput / researcher-months per month
 * </pre>
 *
 * With an {@link Elasticity} tokens per researcher-second are those of the model that is served, else as stated.
 *
 * Parallel researchers are heads and know no calendar; the serial speed-up holds the ratio of the calendars.
 *
 * @param workforce the section
 * @param rate the exchange rate
 * @param comparisons the head-counts that heads are held against
 */
public record WorkforcePlan(Workforce workforce, TokenRate rate, List<HeadcountComparison> comparisons) {
    private static final String MONTHS = "researcher-month/month";

    public WorkforcePlan {
        comparisons = List.copyOf(comparisons);
    }

    /** The same under another exchange rate, without an elasticity where the rate has no model from which it would count. */
    public WorkforcePlan with(TokenRate other) {
        return new WorkforcePlan(
                other.reference().isPresent() ? workforce : workforce.withoutElasticity(), other, comparisons);
    }

    /** Whether tokens are worth what the quality of the model makes them. */
    public boolean countsQuality() {
        return workforce.elasticity().elasticity().isPresent();
    }

    /** Whether sessions wait in memory for their tools. */
    public boolean holdsSessions() {
        return rate instanceof AgentRate agents && agents.set().work().waiting().isPresent();
    }

    /**
     * Computes the workforce.
     *
     * @param chain the run
     * @param served what the workforce is made of
     * @param lead how long it is turned to research, where that is said
     * @return heads and their speed
     */
    public WorkforceResult apply(Chain chain, WorkforceSupply served, Optional<Lead> lead) {
        TokenRate.Spent spent = rate.spend(chain, served);
        WorkforceSupply supply = spent.supply();
        Figure tokens = tokensPerResearcherSecond(chain, spent.tokens(), supply);
        Figure perResearcher = spent.streams();
        supply.throughput().over(tokens).as(WorkforceFigures.RESEARCHER_SECONDS_PER_SECOND, "", "researcher-second/s");
        Figure researchers = heads(chain, supply.streams().over(perResearcher));
        Figure bare = supply.serialSpeed()
                .times(perResearcher)
                .over(tokens)
                .times(workforce.calendar().aiTime(chain))
                .over(workforce.calendar().researcherMonth(chain));
        Figure speedup = speedup(chain, bare);
        Figure work = researchers.times(speedup).as(WorkforceFigures.RESEARCHER_MONTHS_PER_MONTH, "W", MONTHS);
        workforce.diminishingReturns().ifPresent(returns -> returns.effective(chain, researchers));
        workforce.automation().ifPresent(automation -> automation.apply(chain, work));
        cost(supply, work);
        comparisons.forEach(comparison -> comparison.work(chain, work));
        lead.ifPresent(time -> time.apply(chain, work, supply.monthlyGrowth()));
        comparisons.forEach(comparison -> comparison.apply(chain, researchers));
        return new WorkforceResult(researchers, speedup);
    }

    /**
     * The work of a month of the clock at the central values, with diminishing returns: effective researchers times their serial
     * speed-up.
     *
     * @param throughput generated tokens of all streams, in token/s
     * @param serialSpeed generated tokens of one stream, in token/s
     * @param trainingCompute the training compute of the model, where it is known
     * @param flopPerToken what the model costs to run, where it is known
     */
    public double effectiveWork(
            double throughput,
            double serialSpeed,
            Optional<Quantity> trainingCompute,
            Optional<Quantity> flopPerToken) {
        Chain chain = tried(throughput, serialSpeed, trainingCompute, flopPerToken);
        return value(chain, WorkforceFigures.EFFECTIVE_RESEARCHERS) * value(chain, WorkforceFigures.SERIAL_SPEEDUP);
    }

    /** The same without diminishing returns: parallel researchers and their serial speed-up to what they are worth together. */
    public double work(
            double throughput,
            double serialSpeed,
            Optional<Quantity> trainingCompute,
            Optional<Quantity> flopPerToken,
            DoubleBinaryOperator worth) {
        Chain chain = tried(throughput, serialSpeed, trainingCompute, flopPerToken);
        return worth.applyAsDouble(
                value(chain, WorkforceFigures.PARALLEL_RESEARCHERS), value(chain, WorkforceFigures.SERIAL_SPEEDUP));
    }

    private Chain tried(
            double throughput,
            double serialSpeed,
            Optional<Quantity> trainingCompute,
            Optional<Quantity> flopPerToken) {
        Chain chain = new Chain(SampleBatch.central());
        Figure tokens = tried(chain, SuppliedFigures.THROUGHPUT, Quantity.of(throughput, "token/s"));
        Figure speed = tried(chain, SuppliedFigures.SERIAL_SPEED, Quantity.of(serialSpeed, "token/s/stream"));
        WorkforceSupply supply = new WorkforceSupply(
                tokens,
                speed,
                tokens.over(speed),
                Optional.empty(),
                trainingCompute.map(compute -> tried(chain, SuppliedFigures.TRAINING_COMPUTE, compute)),
                flopPerToken.map(flop -> tried(chain, SuppliedFigures.FLOP_PER_TOKEN, flop)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        apply(chain, supply, Optional.empty());
        return chain;
    }

    private static Figure tried(Chain chain, String name, Quantity value) {
        return chain.constant(name, "", value, Source.of("tried", "tried in a search", Tier.DERIVED));
    }

    private static double value(Chain chain, String name) {
        return Optional.ofNullable(chain.columns().get(name))
                .orElseThrow(() -> new IllegalStateException("no figure " + name))[0];
    }

    // x f = x_ref f_ref / gain, with x tokens per researcher-second and f FLOP per token.
    private Figure tokensPerResearcherSecond(Chain chain, Figure stated, WorkforceSupply supply) {
        if (workforce.elasticity().elasticity().isEmpty()) {
            return stated;
        }
        ResearcherRate.Reference reference =
                rate.reference().orElseThrow(() -> new IllegalStateException("no reference model"));
        Figure compute = required(supply.trainingCompute());
        Figure gain = workforce.elasticity().gain(chain, compute, chain.input(reference.trainingCompute(), "C_ref"));
        checkTraining(chain, "the model", compute.central("FLOP").base());
        return stated.times(chain.input(reference.flopPerToken(), "f_ref").over(required(supply.flopPerToken())))
                .over(gain)
                .as(WorkforceFigures.TOKENS_AT_QUALITY, "x_C", "token/researcher-second");
    }

    /**
     * Warns where the training of a model lies outside what was seen of the elasticity, where there is one.
     *
     * @param chain where warnings go
     * @param model the model, in words
     * @param compute its training compute at the central values, in FLOP
     */
    public void checkTraining(Chain chain, String model, double compute) {
        rate.reference()
                .filter(reference -> workforce.elasticity().elasticity().isPresent())
                .ifPresent(reference -> workforce
                        .elasticity()
                        .check(
                                chain,
                                model,
                                compute,
                                reference.trainingCompute().central()));
    }

    private Figure heads(Chain chain, Figure bare) {
        Figure taxed = workforce
                .safetyTax()
                .map(tax -> bare.times(chain.one().minus(chain.input(tax, ""))))
                .orElse(bare);
        return workforce
                .supervision()
                .map(supervision ->
                        supervision.heads(chain, taxed.as(WorkforceFigures.UNSUPERVISED_RESEARCHERS, "", "researcher")))
                .orElse(taxed)
                .as(WorkforceFigures.PARALLEL_RESEARCHERS, "P", "researcher");
    }

    private Figure speedup(Chain chain, Figure bare) {
        String unit = "researcher-month/researcher/month";
        return workforce
                .supervision()
                .flatMap(supervision -> supervision.speedup(chain, bare))
                .orElse(bare)
                .as(WorkforceFigures.SERIAL_SPEEDUP, "Q", unit);
    }

    private static void cost(WorkforceSupply supply, Figure work) {
        boolean known =
                supply.energyPerToken().isPresent() || supply.rentPerToken().isPresent();
        if (!known || work.central(MONTHS).base() <= 0) {
            return;
        }
        Figure tokens = supply.throughput()
                .over(work)
                .asWhereFinite(WorkforceFigures.TOKENS_PER_RESEARCHER_MONTH, "", "token/researcher-month");
        supply.energyPerToken()
                .ifPresent(energy -> energy.times(tokens)
                        .asWhereFinite(WorkforceFigures.ENERGY_PER_RESEARCHER_MONTH, "", "kWh/researcher-month"));
        supply.rentPerToken()
                .ifPresent(rent -> rent.times(tokens)
                        .asWhereFinite(WorkforceFigures.RENT_PER_RESEARCHER_MONTH, "", "USD/researcher-month"));
    }

    private static Figure required(Optional<Figure> figure) {
        return figure.orElseThrow(() ->
                new IllegalStateException("the elasticity of an exchange rate without training or FLOP per token"));
    }
}
