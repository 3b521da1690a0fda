package muster.inference.serving;

import muster.document.In;
import muster.document.Range;
import muster.uncertainty.Input;

/**
 * A pair of serial speed and throughput that somebody hopes for, held against what can be had.
 *
 * <pre>
 * target throughput = capacity * utilization / FLOP per token
 * </pre>
 *
 * @param serialSpeed the speed of one stream
 * @param utilization the part of the fleet's dense rate, at the precision in which the fleet states it, that the arithmetic of the
 *     parameters would be
 */
public record ServingTarget(
        @In(value = "token/s/stream", plain = "token/s") Input serialSpeed,
        @In(value = "1", range = Range.FRACTION) Input utilization) {}
