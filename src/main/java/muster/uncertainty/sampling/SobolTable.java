package muster.uncertainty.sampling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The direction numbers of Sobol sequences.
 *
 * @see <a href="https://doi.org/10.1137/070709359">Joe and Kuo 2008, Constructing Sobol sequences with better two-dimensional
 *     projections</a>
 */
final class SobolTable {
    private static final List<long[]> ROWS = read();

    /** How many dimensions there are. */
    static final int DIMENSIONS = ROWS.size();

    private SobolTable() {}

    private static List<long[]> read() {
        try (InputStream table = SobolTable.class.getResourceAsStream("sobol-joe-kuo.txt")) {
            if (table == null) {
                throw new IllegalStateException("the table of direction numbers is not there");
            }
            return new BufferedReader(new InputStreamReader(table, StandardCharsets.US_ASCII))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split(" ", -1))
                            .mapToLong(Long::parseLong)
                            .toArray())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The direction numbers of a dimension: the digits of each as a whole number, the first digit on top.
     *
     * @param dimension from 0
     * @param digits how many digits, and how many numbers
     */
    static long[] directions(int dimension, int digits) {
        long[] row = ROWS.get(dimension);
        long polynomial = row[0];
        int degree = Long.SIZE - 1 - Long.numberOfLeadingZeros(polynomial);
        long[] odd = new long[digits];
        for (int k = 0; k < digits; k++) {
            odd[k] = degree == 0 ? 1 : k < degree ? row[k + 1] : next(odd, k, polynomial, degree);
        }
        for (int k = 0; k < digits; k++) {
            odd[k] <<= digits - 1 - k;
        }
        return odd;
    }

    // The recurrence of Joe and Kuo 2008, Eq. 2.
    private static long next(long[] odd, int k, long polynomial, int degree) {
        long number = odd[k - degree];
        for (int i = 1; i <= degree; i++) {
            if ((polynomial >>> (degree - i) & 1) != 0) {
                number ^= odd[k - i] << i;
            }
        }
        return number;
    }
}
