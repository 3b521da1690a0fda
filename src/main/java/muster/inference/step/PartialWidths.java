package muster.inference.step;

/** Takes what layers add up where each chip holds a part of the width. */
@FunctionalInterface
interface PartialWidths {
    /**
     * Takes it of layers that are alike.
     *
     * @param layers how many there are
     * @param elements elements of a token that each adds up
     */
    void add(double layers, double elements);
}
