package muster.inference;

import muster.trace.Figure;

/**
 * What a fleet serves.
 *
 * @param throughput generated tokens of all streams, in token/s
 * @param serialSpeed generated tokens of one stream, in token/s/stream
 * @param streams sequences generated at once, in stream
 */
public record Served(Figure throughput, Figure serialSpeed, Figure streams) {}
