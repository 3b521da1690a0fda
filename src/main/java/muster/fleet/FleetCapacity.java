package muster.fleet;

import java.util.List;
import java.util.Optional;
import muster.fleet.chips.ChipCount;
import muster.fleet.chips.ChipType;
import muster.fleet.chips.FleetFigures;
import muster.format.Precision;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * What a fleet amounts to in a run.
 *
 * @param peak the dense peak rate before the share, in FLOP/s
 * @param h100e the same in H100-equivalents at the precision of the fleet, in H100e
 * @param chips how many chips of each kind, before the share; none where only a rate is known
 * @param ofChips whether all of it is chips of those kinds
 * @param power the electric power of the whole fleet, in W, where the chips are known
 * @param rent the rent of the whole fleet, in USD/h, where that of every chip is known
 * @param monthlyGrowth by what factor it has grown in a month, where the section asks
 * @param fleet the section that it comes from
 * @param trainers which part of it trains
 * @param parts what trains and what stands idle meanwhile, where something does
 */
public record FleetCapacity(
        Figure peak,
        Figure h100e,
        List<ChipCount> chips,
        boolean ofChips,
        Optional<Figure> power,
        Optional<Figure> rent,
        Optional<Figure> monthlyGrowth,
        FleetShare fleet,
        Trainers trainers,
        Optional<Trainers.Parts> parts) {

    /** The part of the fleet that is meant. */
    public Figure share(Chain chain) {
        return chain.input(fleet.share(), "");
    }

    /**
     * The part of the fleet that serves: what its uses leave to internal agents, where they are stated.
     *
     * @param chain the run
     * @param own a share of its own; without one, that of the fleet section
     */
    public Figure serving(Chain chain, Optional<Input> own) {
        Figure share = chain.input(own.orElse(fleet.share()), "");
        return fleet.uses()
                .map(uses -> share.times(uses.part(chain, uses.internalAgents())))
                .orElse(share);
    }

    /** The dense peak rate of the chips that are up and serve, in FLOP/s, not yet named. */
    public Figure toServe(Chain chain, Optional<Input> own) {
        return peak.times(serving(chain, own)).times(chain.input(fleet.availability(), ""));
    }

    /** The chips that are up and run experiments, in H100e, not yet named; nothing where no uses are stated. */
    public Optional<Figure> experiments(Chain chain) {
        return fleet.uses()
                .map(uses -> h100e.times(share(chain))
                        .times(uses.part(chain, uses.experiments()))
                        .times(chain.input(fleet.availability(), "")));
    }

    /**
     * What customers are served by the chips of that use, by what the chips of internal agents serve, in token/s, not yet named;
     * nothing where no uses are stated.
     *
     * @param throughput what those of internal agents serve, in token/s
     */
    public Optional<Figure> externally(Chain chain, Figure throughput) {
        return fleet.uses()
                .map(uses -> throughput
                        .times(chain.input(uses.externalServing(), ""))
                        .over(chain.input(uses.internalAgents(), "")));
    }

    /**
     * The dense peak rate of the chips that are up and train in the part of the fleet that is meant, in FLOP/s, not yet named.
     * Records {@code fleet.training_peak} and {@code fleet.idle_in_training} where chips stand idle, and warns of these and of a
     * run over several generations of chips.
     */
    public Figure toTrain(Chain chain) {
        trainers.tell(chain, parts, training());
        Figure share = fleet.uses()
                .map(uses -> share(chain).times(uses.part(chain, uses.finalTraining())))
                .orElseGet(() -> share(chain));
        return trainingPeak().times(share).times(chain.input(fleet.availability(), ""));
    }

    private Figure trainingPeak() {
        parts.ifPresent(split -> split.idle().as(FleetFigures.IDLE_IN_TRAINING, "", "FLOP/s"));
        return parts.map(split -> split.trains().as(FleetFigures.TRAINING_PEAK, "", "FLOP/s"))
                .orElse(peak);
    }

    private List<ChipCount> training() {
        return parts.map(Trainers.Parts::chips).orElse(chips);
    }

    /**
     * The utilisation of large training runs on the chips that train, weighted by their rates; for fleets of which
     * {@link FleetPlan#withoutTrainingRuns} lists nothing. Records {@code training.utilization}.
     */
    public Figure trainingUtilization(Chain chain) {
        Figure whole = parts.map(Trainers.Parts::trains).orElse(peak);
        return training().stream()
                .map(some -> some.count()
                        .times(chain.input(some.type().counted(precision()).orElseThrow(), ""))
                        .times(chain.input(some.type().trainingUtilization().orElseThrow(), "")))
                .reduce(Figure::plus)
                .orElseThrow()
                .over(whole)
                .as(FleetFigures.TRAINING_UTILIZATION, "u_train", "1");
    }

    /** The dense rate of a kind of its chips at that precision, in FLOP/s per chip. */
    public Optional<Input> rate(ChipType type) {
        return type.counted(precision());
    }

    /** The precision at which the rate is stated. */
    public Precision precision() {
        return fleet.source().precision();
    }
}
