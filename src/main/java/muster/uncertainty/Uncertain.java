package muster.uncertainty;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.uncertainty.distribution.ComputableQuantiles;
import muster.uncertainty.distribution.Distribution;
import muster.uncertainty.distribution.LogNormal;
import muster.uncertainty.distribution.Normal;
import muster.uncertainty.distribution.PointMass;
import muster.unit.NumberText;
import muster.unit.Quantity;
import muster.unit.Unit;
import muster.unit.UnitSyntax;

/**
 * A number that may be uncertain, with its unit.
 *
 * @param distribution what is known of it, in base units
 * @param unit the unit in which it is written
 */
public record Uncertain(Distribution distribution, Unit unit) {
    private static final Pattern INTERVAL = Pattern.compile("(\\S.*?) +to +(\\S.*)");
    private static final double NINETY = 0.9;
    // As many as people write of an end.
    private static final int END_DIGITS = 4;
    // Quantiles are found to so much.
    private static final double SAME = 1e-6;
    // No number that anyone writes is as long, and the patterns take time in the square of the length.
    private static final int LONGEST = 500;

    /**
     * The number that a text writes: a quantity, or {@code 5e20 to 2e22 FLOP/s}, which says that the 5th percentile is the
     * first and the 95th the second; lognormal where both are above zero, else normal.
     *
     * @throws UnitSyntax if it writes none
     */
    public static Uncertain parse(String text) {
        if (text.length() > LONGEST) {
            throw new UnitSyntax("a text of %s characters is no number".formatted(text.length()));
        }
        Matcher interval = INTERVAL.matcher(text.strip());
        if (!interval.matches()) {
            Quantity exact = Quantity.parse(text);
            return new Uncertain(new PointMass(exact.base()), exact.unit());
        }
        Quantity high = Quantity.parse(interval.group(2));
        return interval(inUnitOf(Quantity.parse(interval.group(1)), high), high);
    }

    /**
     * The number that a file writes, as a text or in named parts; docs/uncertainty.md lists the forms.
     *
     * @throws UnitSyntax if it writes none
     */
    public static Uncertain of(WrittenDistribution written) {
        if (written instanceof WrittenDistribution.Word word) {
            return parse(word.text());
        }
        if (written instanceof WrittenDistribution.Parts parts) {
            return parts.parts().get("value") instanceof WrittenDistribution.Word word
                            && parts.parts().size() == 1
                    ? parse(word.text())
                    : LongForm.read(parts.parts());
        }
        throw new UnitSyntax("a list is no number");
    }

    private static Uncertain interval(Quantity low, Quantity high) {
        double a = low.base();
        double b = high.base();
        if (a >= b) {
            throw new UnitSyntax("an interval runs from low to high, and %s is not below %s".formatted(low, high));
        }
        Distribution between = ComputableQuantiles.of(
                        () -> a > 0 ? LogNormal.ofInterval(a, b, NINETY) : Normal.ofInterval(a, b, NINETY))
                .orElseThrow(() -> new UnitSyntax(
                        "%s and %s are too near each other, or too far apart, for an interval".formatted(low, high)));
        return new Uncertain(between, high.unit());
    }

    // In "5e20 to 2e22 FLOP/s" the unit stands once and is meant twice.
    private static Quantity inUnitOf(Quantity first, Quantity second) {
        Quantity low = first.beside(second.unit());
        if (!low.unit().dimension().equals(second.unit().dimension())) {
            throw new UnitSyntax("%s and %s are in different units".formatted(first, second));
        }
        return low;
    }

    /** The central value. */
    public Quantity central() {
        return new Quantity(distribution.central(), unit);
    }

    /**
     * Why the central value is what it is, as {@code median of a lognormal distribution, 4,500 to 5,500 USD from 5th to 95th
     * percentile}; nothing where there is one value.
     */
    public Optional<String> centre() {
        if (distribution.certain()) {
            return Optional.empty();
        }
        double median = distribution.quantile(0.5);
        boolean middle = Math.abs(distribution.central() - median) > SAME * Math.abs(median);
        String percent = unit.symbol().equals("%") ? "%" : "";
        return Optional.of("%s of a %s distribution, %s to %s%s from 5th to 95th percentile"
                .formatted(
                        middle ? "stated middle" : "median",
                        family(),
                        end(0.05) + percent,
                        end(0.95) + percent,
                        percent.isEmpty() && !unit.equals(Unit.ONE) ? " " + unit : ""));
    }

    private String end(double probability) {
        return NumberText.rounded(distribution.quantile(probability) / unit.factor(), END_DIGITS);
    }

    // A distribution is a class of its name: LogUniform is log-uniform.
    private String family() {
        return distribution
                .getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT)
                .replace("log-normal", "lognormal");
    }

    /** The value for people: as it is written, or the central value with the interval from the 5th to the 95th percentile. */
    @Override
    public String toString() {
        if (distribution.certain()) {
            return central().toString();
        }
        String percent = unit.symbol().equals("%") ? "%" : "";
        String numbers = "%s [%s to %s]"
                .formatted(
                        shown(distribution.central()) + percent,
                        shown(distribution.quantile(0.05)) + percent,
                        shown(distribution.quantile(0.95)) + percent);
        return percent.isEmpty() && !unit.equals(Unit.ONE) ? numbers + " " + unit : numbers;
    }

    private String shown(double base) {
        return NumberText.rounded(base / unit.factor(), 3);
    }
}
