package muster.allocation;

import java.util.List;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.Text;
import muster.uncertainty.Input;

/**
 * How models are served. Every point of the frontier of speed and throughput that is fast enough is open to the plan, on
 * every chip and in every format that it has.
 *
 * @param serialSpeed the speed that each stream must have
 * @param context the lengths of requests
 * @param formats the formats that models can be served in, as {@code fp8}
 * @param mostReplicaChips the most chips that one replica of a model can take
 */
public record Serve(
        @In(value = "token/s/stream", plain = "token/s") Input serialSpeed,
        Lengths context,
        List<Text> formats,

        @Otherwise(value = "64", because = "as many as a fast domain of today joins")
        int mostReplicaChips) {

    /**
     * The lengths of requests.
     *
     * @param in tokens that are read
     * @param out tokens that are generated
     */
    public record Lengths(
            @In("token") Input in, @In("token") Input out) {}
}
