package muster.workforce;

import java.util.Optional;
import muster.trace.Figure;

/**
 * What a workforce is made of.
 *
 * @param throughput generated tokens of all streams, in token/s
 * @param serialSpeed generated tokens of one stream, in token/s/stream
 * @param streams streams generated at once, in stream
 * @param inMemory sequences that the memory of the chips holds at once, in stream, where it is known
 * @param trainingCompute the training compute of the model, in FLOP, where it is known
 * @param flopPerToken what the model costs to run, in FLOP/token, where it is known
 * @param energyPerToken what a token takes in energy, in J/token, where it is known
 * @param rentPerToken what a token costs in rent of chips, in USD/token, where it is known
 * @param monthlyGrowth by what factor the fleet has grown in a month, where it is known
 */
public record WorkforceSupply(
        Figure throughput,
        Figure serialSpeed,
        Figure streams,
        Optional<Figure> inMemory,
        Optional<Figure> trainingCompute,
        Optional<Figure> flopPerToken,
        Optional<Figure> energyPerToken,
        Optional<Figure> rentPerToken,
        Optional<Figure> monthlyGrowth) {

    /** The same where a part of the streams is used, and all chips are paid for. */
    WorkforceSupply part(Figure used) {
        return new WorkforceSupply(
                throughput.times(used),
                serialSpeed,
                streams.times(used),
                inMemory,
                trainingCompute,
                flopPerToken,
                energyPerToken.map(energy -> energy.over(used)),
                rentPerToken.map(rent -> rent.over(used)),
                monthlyGrowth);
    }
}
