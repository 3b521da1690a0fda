package muster.inference.step;

/**
 * The number format of a matrix product on a chip.
 *
 * @param weightBytes bytes of a weight, scales included
 * @param activationBytes bytes of an element of the input
 * @param flopPerSecond dense peak rate per chip, at the format in which the chip multiplies
 * @param efficiency the part of that rate that large products reach
 * @param convertSeconds the fixed cost of bringing the input into the format
 */
public record MatrixFormat(
        double weightBytes, double activationBytes, double flopPerSecond, double efficiency, double convertSeconds) {

    /** The same with weights of so many bytes. */
    MatrixFormat storing(double bytes) {
        return new MatrixFormat(bytes, activationBytes, flopPerSecond, efficiency, convertSeconds);
    }

    /** The same with products that reach all of the rate at no fixed cost. */
    MatrixFormat whole() {
        return new MatrixFormat(weightBytes, activationBytes, flopPerSecond, 1, 0);
    }
}
