package muster.fleet;

/**
 * So many chips of one kind.
 *
 * @param type the kind
 * @param count how many, in chips
 */
record Lot(ChipType type, Rate count) {}
