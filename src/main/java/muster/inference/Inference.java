package muster.inference;

import java.util.Optional;
import muster.document.Absent;
import muster.document.In;
import muster.document.Range;
import muster.model.ServedModel;
import muster.uncertainty.Input;

/**
 * The section {@code inference:} of a scenario.
 *
 * @param share the part of the fleet that serves; without one, the share of the fleet section
 * @param model the model that is served
 * @param serialSpeed the speed of one stream, in token/s/stream; needed by methods that cannot compute it, and no key of a
 *     method that requires one of its own
 * @param throughput how throughput is got
 */
public record Inference(
        @In(value = "1", range = Range.FRACTION) @Absent("same")
        Optional<Input> share,

        Optional<ServedModel> model,
        @In(value = "token/s/stream", plain = "token/s") Optional<Input> serialSpeed,
        Throughput throughput) {}
