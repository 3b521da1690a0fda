package muster.allocation;

import muster.document.In;
import muster.document.Range;
import muster.document.yaml.Text;
import muster.uncertainty.Input;

/**
 * Chips that come to the fleet or leave it.
 *
 * @param chip the id of their kind
 * @param count how many; below zero where they leave
 * @param at when, from the start; they count from the first period that begins then or later
 */
public record Delivery(
        Text chip,
        @In(value = "chip", plain = "1", range = Range.ANY) Input count,
        @In(value = "month", range = Range.NON_NEGATIVE) Input at) {}
