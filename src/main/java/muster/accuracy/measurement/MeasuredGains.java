package muster.accuracy.measurement;

import java.util.Map;
import java.util.Optional;
import muster.catalog.EntryKind;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.yaml.Text;
import muster.uncertainty.Input;

/**
 * Measured speeds with a technique over those without it, of one kind of technique.
 *
 * @param bar the largest mean error, of the rows that count, that the project commits itself to: what was reached when it was set
 * @param unseenBar the same of those that no constant was fitted to
 * @param rows the measurements, by name
 */
public record MeasuredGains(@In("1") Input bar, @In("1") Optional<Input> unseenBar, Map<String, Row> rows) {

    /** Measured gains in the catalog. */
    public static final EntryKind<MeasuredGains> KIND =
            new EntryKind<>("measured-gains/v1", "measured-gains", MeasuredGains.class);

    /**
     * A measured gain.
     *
     * @param model the model, by its id in the catalog; one of the same shape where another was measured
     * @param modelBefore the model without the technique, where it was another
     * @param chip the chip, by its id in the catalog
     * @param chips chips that shared the model
     * @param stack the software, by its name in the calibration; another is taken for the average
     * @param load how requests came
     * @param metric what the gain is of
     * @param requests requests in flight with the technique; without them as many as fit
     * @param requestsBefore requests in flight without it, where they were others
     * @param prompt tokens of a prompt
     * @param output tokens of an answer
     * @param weights the format of the weights with the technique
     * @param weightsBefore the format without it, where it was another
     * @param speculativeDecoding how draft tokens were proposed, where they were
     * @param gain speed with the technique over speed without it
     * @param fitted whether constants of ours were fitted to this measurement
     * @param leftOut why the bar does not count it
     */
    public record Row(
            Text model,
            Optional<Text> modelBefore,
            Text chip,

            @Otherwise(value = "1", because = "most gains were measured on one chip")
            int chips,

            Text stack,
            TrafficPattern load,
            Metric metric,
            @In("1") Optional<Input> requests,
            @In("1") Optional<Input> requestsBefore,
            @In("token") Input prompt,
            @In("token") Input output,
            Text weights,
            Optional<Text> weightsBefore,
            Optional<Drafting> speculativeDecoding,
            @In("1") Input gain,

            @Otherwise(value = "false", because = "most gains were not fitted to")
            boolean fitted,

            Optional<String> leftOut) {}

    /**
     * How draft tokens were proposed and verified together.
     *
     * @param accepted tokens that a step yields, as measured
     * @param checked tokens that a step checks for a sequence, that which is certain among them
     * @param passes passes of the draft for each step
     * @param draftLayers layers of the draft, each as wide as those of the model; it has an output layer of its own
     * @param passCost what a pass costs beside its layers, as a part of a step without speculative decoding
     */
    public record Drafting(
            @In("1") Input accepted,
            int checked,
            int passes,

            @Otherwise(value = "0", because = "there is no draft model")
            int draftLayers,

            @In("1") Optional<Input> passCost) {}
}
