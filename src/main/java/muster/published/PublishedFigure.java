package muster.published;

import muster.document.In;
import muster.uncertainty.Input;
import muster.unit.Quantity;

/**
 * A figure as it was printed, and how Muster computes it.
 *
 * @param published the words that were printed
 * @param value the number that they state, in its unit
 * @param tolerance how far ours may be off, as a part of the printed value
 * @param ours how Muster computes it
 * @param verdict what we found
 * @param reason why, in one line
 */
public record PublishedFigure(
        String published, Quantity value, @In("1") Input tolerance, Ours ours, Verdict verdict, String reason) {}
