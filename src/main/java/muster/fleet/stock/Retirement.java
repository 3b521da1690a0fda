package muster.fleet.stock;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.unit.Quantity;
import muster.unit.UnitMismatch;
import muster.unit.UnitSyntax;

/** Which of the chips sold up to a date still run: a survival curve of their age. */
public sealed interface Retirement {
    Pattern WRITTEN = Pattern.compile("(half-life|lifetime) +(\\S+ +\\S+)");

    /**
     * The curve that a text writes: {@code none}, {@code half-life 4 year} or {@code lifetime 6 year}, of at least a day; or
     * nothing with a problem reported.
     */
    static Optional<Retirement> parse(Text text, Problems problems) {
        if (text.value().equals("none")) {
            return Optional.of(new None());
        }
        String words = text.value().strip();
        Matcher curve = WRITTEN.matcher(words);
        if (curve.matches()) {
            try {
                double days = Quantity.parse(curve.group(2)).in("day");
                if (days >= 1) {
                    return Optional.of(
                            curve.group(1).equals("half-life")
                                    ? new HalfLife(days, words)
                                    : new Lifetime(Math.round(days), words));
                }
            } catch (UnitSyntax | UnitMismatch e) {
                // Said below.
            }
        }
        problems.error(
                "retirement",
                text.place(),
                "retirement is none, half-life 4 year or lifetime 6 year, a time of at least a day");
        return Optional.empty();
    }

    /** All of them. */
    record None() implements Retirement {
        @Override
        public String toString() {
            return "none: every chip sold still counts";
        }
    }

    /**
     * The part {@code 2^(-age / half-life)}.
     *
     * @param days the half-life, in days
     * @param words as it was asked for
     */
    record HalfLife(double days, String words) implements Retirement {
        double surviving(double ageDays) {
            return Math.pow(0.5, ageDays / days);
        }

        @Override
        public String toString() {
            return words + ": of chips of that age half still run";
        }
    }

    /**
     * Those that are no older than a lifetime.
     *
     * @param days the lifetime, in days
     * @param words as it was asked for
     */
    record Lifetime(long days, String words) implements Retirement {
        @Override
        public String toString() {
            return words + ": older chips no longer count";
        }
    }
}
