package muster.solver;

/**
 * A sum of products that keeps what rounding would lose (Ogita, Rump and Oishi 2005, Accurate sum and dot product,
 * algorithm 5.3): as if computed with twice the digits. A certificate must not owe its smallness to cancellation.
 */
final class CompensatedSum {
    private double sum;
    private double lost;
    private double size;

    /** Adds a product. */
    void add(double a, double b) {
        double product = a * b;
        double next = sum + product;
        double part = next - sum;
        lost += Math.fma(a, b, -product) + ((sum - (next - part)) + (product - part));
        sum = next;
        size += Math.abs(product);
    }

    /** The sum. */
    double value() {
        return sum + lost;
    }

    /** The sum of the sizes of what was added. */
    double size() {
        return size;
    }
}
