package muster.allocation;

import java.util.List;
import java.util.Optional;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.yaml.Text;
import muster.inference.replica.LayoutChoice;
import muster.inference.serving.RequestLengths;
import muster.uncertainty.Input;

/**
 * How models are served. Every point of the frontier of speed and throughput that is fast enough is open to the plan, on
 * every chip and in every format that it has.
 *
 * @param serialSpeed the speed that each stream must have
 * @param context the lengths of requests
 * @param formats the formats that models can be served in, as {@code fp8}
 * @param maxReplicaChips the most chips that one replica of a model can take
 * @param engine the software that serves, by name alone or with the month that is meant after an at sign
 * @param layouts which layouts are tried: any, or those of kinds that measured rows ran
 * @param error measured speed over modelled speed; without it, as the calibration's fit found it on chips that it did not see,
 *     all chips and models rising and falling as one
 */
public record ServingTerms(
        @In(value = "token/s/stream", plain = "token/s") Input serialSpeed,
        RequestLengths context,
        List<Text> formats,

        @Otherwise(value = "64", because = "as many as a scale-up domain of today joins")
        int maxReplicaChips,

        @Otherwise(value = "average", because = "an average of the engines in the fit")
        Text engine,

        @Otherwise(value = "any", because = "whoever serves is free to choose")
        LayoutChoice layouts,

        @In("1") Optional<Input> error) {}
