package muster.chart;

import java.util.ArrayList;
import java.util.List;
import muster.unit.NumberText;

/**
 * Where an axis begins and ends, and where it is marked.
 *
 * @param low where it begins
 * @param high where it ends
 * @param marks the marked values, each between the ends
 */
record Ticks(double low, double high, List<Double> marks) {
    private static final int MOST = 8;

    Ticks {
        marks = List.copyOf(marks);
    }

    /** Ends at round values that enclose the data, and round marks between them. */
    static Ticks of(Scale scale, double least, double greatest) {
        return switch (scale) {
            case LOG -> log(least, greatest);
            case LINEAR -> linear(least, greatest);
            case FROM_ZERO -> linear(Math.min(0, least), Math.max(0, greatest));
        };
    }

    // What differs by rounding alone is one value: its steps would be finer than the digits of a mark.
    private static Ticks linear(double least, double greatest) {
        double size = Math.max(Math.abs(least), Math.abs(greatest));
        double range = greatest - least > 1e-9 * size ? greatest - least : Math.max(1, size);
        double step = step(range / (MOST - 1));
        long first = (long) Math.floor(least / step);
        long last = Math.max(first + 1, (long) Math.ceil(greatest / step));
        List<Double> marks = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            marks.add(tidy(i, step));
        }
        return new Ticks(marks.get(0), marks.get(marks.size() - 1), marks);
    }

    // The least of 1, 2 and 5 times a power of ten that is no smaller.
    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double digit : new double[] {1, 2, 5}) {
            if (digit * power >= least * (1 - 1e-9)) {
                return digit * power;
            }
        }
        return 10 * power;
    }

    // 3 steps of 0.1 are 0.30000000000000004.
    private static double tidy(long steps, double step) {
        return Double.parseDouble(NumberText.rounded(steps * step, 12).replace(",", ""));
    }

    private static Ticks log(double least, double greatest) {
        int first = (int) Math.floor(Math.log10(least) + 1e-9);
        int last = Math.max(first + 1, (int) Math.ceil(Math.log10(greatest) - 1e-9));
        List<Double> marks = new ArrayList<>();
        int every = (last - first + MOST - 1) / MOST;
        boolean few = last - first <= 2;
        for (int power = first; power <= last; power += every) {
            for (int digit : few ? new int[] {1, 2, 5} : new int[] {1}) {
                if (digit == 1 || power < last) {
                    marks.add(Double.parseDouble(digit + "e" + power));
                }
            }
        }
        return new Ticks(Double.parseDouble("1e" + first), Double.parseDouble("1e" + last), marks);
    }

    /** A mark as a reader sees it. */
    static String text(double mark) {
        double size = Math.abs(mark);
        return size != 0 && (size >= 1e7 || size < 1e-3) ? NumberText.exact(mark) : NumberText.rounded(mark, 12);
    }
}
