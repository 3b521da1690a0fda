package muster.inference.serving;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.trace.Figure;

/**
 * What a fleet serves.
 *
 * @param throughput generated tokens of all streams, in token/s
 * @param serialSpeed generated tokens of one stream, in token/s/stream
 * @param streams sequences generated at once, in stream
 * @param flopPerToken what the model costs to run, in FLOP/token, where the method computes it
 * @param byChip what the chips of a kind have of the throughput, by the id of the kind, in token/s; empty where the method knows
 *     nothing of chips
 * @param rent what the chips that serve cost, in USD/h, where the method says so itself
 * @param memoryOverStreams how many sequences the memory of the chips holds for each that is generated at once, where the method
 *     knows it
 */
public record ServedThroughput(
        Figure throughput,
        Figure serialSpeed,
        Figure streams,
        Optional<Figure> flopPerToken,
        Map<String, Figure> byChip,
        Optional<Figure> rent,
        OptionalDouble memoryOverStreams) {

    public ServedThroughput {
        byChip = Collections.unmodifiableMap(new LinkedHashMap<>(byChip));
    }

    /** The same where so many tokens say what one says otherwise. */
    public ServedThroughput over(Figure tokens) {
        Map<String, Figure> fewer = new LinkedHashMap<>();
        byChip.forEach((chip, theirs) -> fewer.put(chip, theirs.over(tokens)));
        return new ServedThroughput(
                throughput.over(tokens),
                serialSpeed.over(tokens),
                streams,
                flopPerToken,
                fewer,
                rent,
                memoryOverStreams);
    }

    /** What is served by a method that knows nothing of chips. */
    public ServedThroughput(Figure throughput, Figure serialSpeed, Figure streams) {
        this(throughput, serialSpeed, streams, Optional.empty(), Map.of(), Optional.empty());
    }

    /** What is served by a method that knows nothing of memory. */
    public ServedThroughput(
            Figure throughput,
            Figure serialSpeed,
            Figure streams,
            Optional<Figure> flopPerToken,
            Map<String, Figure> byChip,
            Optional<Figure> rent) {
        this(throughput, serialSpeed, streams, flopPerToken, byChip, rent, OptionalDouble.empty());
    }
}
