package muster.hardware;

import muster.document.In;
import muster.document.Range;
import muster.uncertainty.Input;

/**
 * What large training runs on a kind of chip reached.
 *
 * @param utilization model FLOPs utilisation: 6 FLOP per parameter and token, of the dense rate at 16 bits
 */
public record AchievedUtilization(
        @In(value = "1", range = Range.FRACTION) Input utilization) {}
