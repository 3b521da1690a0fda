package muster.scenario;

import java.util.ArrayList;
import java.util.List;
import muster.scaling.loss.LossSurface;
import muster.scaling.loss.Optimum;

/**
 * Models of one training compute, from far smaller than the best to far larger.
 *
 * @param law the id of the law
 * @param flop the compute, in FLOP
 * @param rows the models
 */
public record IsoFlop(String law, double flop, List<Row> rows) {

    /**
     * A model.
     *
     * @param times its size over that of the best
     * @param parameters its parameters
     * @param tokens the tokens that the compute pays for
     * @param loss its loss, in nat per token
     * @param flopForBestLoss what it would take to train it to the loss of the best, in FLOP; no number where no amount does
     */
    public record Row(double times, double parameters, double tokens, double loss, double flopForBestLoss) {}

    public IsoFlop {
        rows = List.copyOf(rows);
    }

    /**
     * The models of a law with a loss.
     *
     * @param id the id of the law
     * @param law its loss
     * @param flop the compute, in FLOP
     * @param octaves how many doublings each way
     * @param perOctave how many models for each
     */
    public static IsoFlop of(String id, LossSurface law, double flop, int octaves, int perOctave) {
        Optimum best = law.optimum(flop);
        List<Row> rows = new ArrayList<>();
        for (int i = -octaves * perOctave; i <= octaves * perOctave; i++) {
            double times = StrictMath.pow(2, (double) i / perOctave);
            double parameters = best.parameters() * times;
            double tokens = flop / law.flopPerToken(parameters);
            double needed = law.flop(parameters, law.tokensFor(best.loss(), parameters));
            rows.add(new Row(times, parameters, tokens, law.loss(parameters, tokens), needed));
        }
        return new IsoFlop(id, flop, rows);
    }
}
