package muster.accuracy.measurement;

import java.util.ArrayList;
import java.util.List;
import muster.hardware.Chip;
import muster.inference.replica.Encodings;
import muster.inference.step.RequestTokens;
import muster.model.Architecture;

/**
 * A measurement with all that it names looked up, ready to be forecast.
 *
 * @param row the measurement
 * @param architecture its model
 * @param chip its chip
 * @param encodings how the model's numbers are stored and multiplied
 * @param weightBytes bytes of a weight
 * @param layouts how a replica may have been parallelised: one layout, or those among which whoever ran it chose
 */
public record MeasuredCase(
        Measurement row,
        Architecture architecture,
        Chip chip,
        Encodings encodings,
        double weightBytes,
        List<MeasuredLayout> layouts) {
    private static final int MOST_CHIPS = 8;

    public MeasuredCase {
        layouts = List.copyOf(layouts);
    }

    public RequestTokens context() {
        return new RequestTokens(row.prompt().orElseThrow(), row.output().orElseThrow());
    }

    public boolean experts() {
        return architecture.shape().orElseThrow().experts().isPresent();
    }

    /** What rows of one kind share that is set up once. */
    public List<Object> setting() {
        return List.of(row.model(), row.chip(), row.stack(), encodings, weightBytes);
    }

    /** The layouts of a row, by what it says of them. */
    static List<MeasuredLayout> layouts(Measurement row, boolean experts) {
        if (row.layout().isPresent()) {
            MeasuredLayout layout = row.layout().get();
            return List.of(row.origin().equals("InferenceX") ? layout.multipliedUndone() : layout);
        }
        int most = row.load() == TrafficPattern.DISAGGREGATED ? row.chips() : Math.min(row.chips(), MOST_CHIPS);
        List<MeasuredLayout> layouts = new ArrayList<>();
        for (int chips = row.load() == TrafficPattern.DISAGGREGATED ? most : 1; chips <= most; chips *= 2) {
            layouts.add(new MeasuredLayout(chips, 1, chips, 1, 1));
            if (experts && chips > 1) {
                layouts.add(new MeasuredLayout(1, chips, 1, chips, 1));
            }
        }
        return layouts;
    }
}
