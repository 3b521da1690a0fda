package muster.fleet.chips;

import muster.trace.Figure;

/**
 * So many chips of one kind in a run.
 *
 * @param type the kind
 * @param count how many, in chips, before the share
 */
public record ChipCount(ChipType type, Figure count) {}
