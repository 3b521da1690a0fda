package muster.research;

import java.util.Optional;
import muster.research.production.Laboratory;
import muster.research.production.Production;
import muster.research.production.ProductionFigures;
import muster.research.production.ResearchFigures;
import muster.research.task.TaskFigures;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.unit.NumberText;

/**
 * Computes what research comes of.
 *
 * <pre>
 * c = experiments / experiments of the laboratory
 * l = (heads / people of the laboratory)^lambda,   heads = agents * (speed / speed of the laboratory)^(1 / lambda) + people
 *                                                 or what research.tasks makes of the two
 * X / X0 = the law of c and l
 * speed-up           = X / X of the people alone with the same experiments
 * speed-up over T    = ln(1 + speed-up (e^(g T) - 1)) / (g T)
 * </pre>
 *
 * <p>A copy that is v times as fast counts as v^(1 / lambda) heads before the penalty, so that agents alone are n^lambda v: speed is not
 * penalised. Without people that is computed as it stands, and without people speed-up is that over the laboratory.
 *
 * @param research the section
 */
record ResearchPlan(Research research) {
    private static final double TENFOLD = 10;

    /** Records the figures of research. */
    void apply(Chain chain, ResearchSupply supply) {
        Laboratory laboratory = research.reference();
        laboratory.agents().ifPresent(chain::look);
        research.law().baseline().inputs().forEach(chain::spare);
        ProductionFigures law = research.law().on(chain);
        Optional<Figure> known = law.compute()
                .map(how -> experiments(chain, supply, laboratory)
                        .over(chain.input(laboratory.experiments(), "C_0"))
                        .as(ResearchFigures.COMPUTE_RATIO, "c", "1"));
        Figure compute = known.orElseGet(() -> unneeded(chain, laboratory));
        Figure speed =
                supply.speed().over(chain.input(laboratory.speed(), "v_0")).as(ResearchFigures.SPEED_RATIO, "v", "1");
        Figure labour = labour(chain, supply, laboratory, law.headsExponent(), speed)
                .as(ResearchFigures.LABOUR_RATIO, "l", "1");
        Figure rate = law.rate(compute, labour).as(ResearchFigures.RATE, "X", "1");
        overNoAi(chain, laboratory, rate);
        speedup(chain, law, laboratory, compute, rate);
        slopes(law, compute, labour);
        law.labourCeiling(compute).ifPresent(top -> top.as(ResearchFigures.LABOUR_CEILING, "", "1"));
        law.computeCeiling(labour).ifPresent(top -> top.as(ResearchFigures.COMPUTE_CEILING, "", "1"));
        tellWhatBinds(chain, compute, labour);
    }

    private Figure experiments(Chain chain, ResearchSupply supply, Laboratory laboratory) {
        return research.experiments()
                .map(stated -> chain.input(stated, "C"))
                .or(() -> supply.experiments().map(uses -> uses.as(ResearchFigures.EXPERIMENTS, "C", "H100e")))
                .orElseGet(() -> asBaseline(chain, laboratory));
    }

    // Where labour alone counts no figure has compute in it.
    private Figure unneeded(Chain chain, Laboratory laboratory) {
        chain.look(laboratory.experiments());
        research.experiments().ifPresent(chain::look);
        return chain.one();
    }

    private Figure asBaseline(Chain chain, Laboratory laboratory) {
        chain.warn(
                "research-experiments",
                laboratory.experiments().place(),
                "nothing says what the fleet has for experiments, so they have %s, as the baseline has: what serves is not taken from them. Maybe research.experiments or fleet.uses?"
                        .formatted(laboratory.experiments().value()));
        return chain.input(laboratory.experiments(), "C_0");
    }

    private boolean alone() {
        return research.people().value().distribution().greatest() == 0;
    }

    private Figure labour(
            Chain chain, ResearchSupply supply, Laboratory laboratory, Figure headsExponent, Figure speed) {
        Figure people = chain.input(laboratory.people(), "n_0");
        if (alone()) {
            chain.look(research.people());
            Figure heads = supply.agents().as(ResearchFigures.HEADS, "n", "researcher");
            // In the order in which researcher-months are counted, so that these come out to the last digit.
            return counted(headsExponent)
                    ? heads.times(supply.speed()).over(people.times(chain.input(laboratory.speed(), "v_0")))
                    : heads.over(people).power(headsExponent).times(speed);
        }
        Figure ais = supply.agents().times(speed.power(chain.one().over(headsExponent)));
        Figure beside = chain.input(research.people(), "H");
        Figure heads = research.tasks()
                .map(tasks -> tasks.labour(chain, beside, ais.as(TaskFigures.AI_HEADS, "A", "researcher")))
                .orElseGet(() -> ais.plus(beside))
                .as(ResearchFigures.HEADS, "n", "researcher");
        return heads.over(people).power(headsExponent);
    }

    private boolean counted(Figure headsExponent) {
        return research.law().headsExponent().value().distribution().certain()
                && headsExponent.central("1").base() == 1;
    }

    private static void overNoAi(Chain chain, Laboratory laboratory, Figure rate) {
        boolean known = chain.look(laboratory.uplift()) != 1
                || !laboratory.uplift().value().distribution().certain();
        if (known) {
            rate.times(chain.input(laboratory.uplift(), "")).as(ResearchFigures.RATE_WITHOUT_AI, "", "1");
        }
    }

    private void speedup(Chain chain, ProductionFigures law, Laboratory laboratory, Figure compute, Figure rate) {
        Figure ratio = alone() ? rate : rate.over(withoutAgents(chain, law, laboratory, compute));
        Figure speedup = ratio.as(ResearchFigures.SPEEDUP, "m", "1");
        research.feedback().ifPresent(loop -> loop.apply(chain, Optional.of(speedup)));
        if (research.law().accumulation().isEmpty()) {
            chain.look(research.over());
        }
        research.law().accumulation().ifPresent(stock -> {
            stock.softwareGrowth(chain).as(ResearchFigures.SOFTWARE_GROWTH, "", "1/year");
            Figure growth = stock.growth(chain).as(ResearchFigures.GROWTH, "g", "1/year");
            Figure grown = growth.times(chain.input(research.over(), "T"));
            speedup.times(grown.exp().minus(chain.one()))
                    .plus(chain.one())
                    .log()
                    .over(grown)
                    .as(ResearchFigures.SPEEDUP_OVER_TIME, "", "1");
        });
    }

    private Figure withoutAgents(Chain chain, ProductionFigures law, Laboratory laboratory, Figure compute) {
        Figure people = chain.input(research.people(), "H").over(chain.input(laboratory.people(), "n_0"));
        return law.rate(compute, people.power(law.headsExponent())).as(ResearchFigures.RATE_WITHOUT_AGENTS, "", "1");
    }

    private static void slopes(ProductionFigures law, Figure compute, Figure labour) {
        Optional<Figure> part =
                law.computePart(compute, labour).map(of -> of.as(ResearchFigures.COMPUTE_PART, "", "1"));
        part.ifPresent(of -> law.elasticity(of, law.compute().flatMap(ProductionFigures.Experiments::exponent))
                .as(ResearchFigures.COMPUTE_ELASTICITY, "", "1"));
        Figure rest = part.map(of -> of.number(1).minus(of)).orElseGet(() -> compute.number(1));
        Figure speed = law.elasticity(rest, Optional.empty()).as(ResearchFigures.SPEED_ELASTICITY, "", "1");
        speed.times(law.headsExponent()).as(ResearchFigures.HEADS_ELASTICITY, "", "1");
    }

    private void tellWhatBinds(Chain chain, Figure compute, Figure labour) {
        Production law = research.law().central();
        if (law.computeWeight() == 0) {
            return;
        }
        double c = compute.central("1").base();
        double l = labour.central("1").base();
        double rate = law.rate(c, l);
        double moreCompute = law.rate(TENFOLD * c, l) / rate;
        double moreHeads = law.rate(c, l * law.labour(TENFOLD, 1)) / rate;
        chain.warn(
                "research-bound",
                research.law().baseline().experiments().place(),
                "%s binds research: ten times the compute for experiments would make it %s times as fast, ten times the heads %s times"
                        .formatted(
                                moreCompute >= moreHeads ? "compute for experiments" : "labour",
                                NumberText.rounded(moreCompute, 3),
                                NumberText.rounded(moreHeads, 3)));
    }
}
