package muster.inference;

import java.util.Optional;
import muster.trace.Figure;

/**
 * What a fleet serves.
 *
 * @param throughput generated tokens of all streams, in token/s
 * @param serialSpeed generated tokens of one stream, in token/s/stream
 * @param streams sequences generated at once, in stream
 * @param flopPerToken what the model costs to run, in FLOP/token, where the method computes it
 */
public record Served(Figure throughput, Figure serialSpeed, Figure streams, Optional<Figure> flopPerToken) {}
