package muster.uncertainty;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.diagnostic.Nearest;
import muster.unit.Numbers;
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
    private static final Set<String> PARTS =
            new TreeSet<>(Set.of("dist", "low", "mid", "high", "interval", "mean", "sd"));
    private static final String THROUGH = "through-quantiles";
    private static final List<String> KINDS = List.of("normal", "lognormal", "uniform", THROUGH, "beta");
    private static final double NINETY = 0.9;

    /**
     * The number that a text writes: a quantity, or {@code 5e20 to 2e22 FLOP/s}, which says that the 5th percentile is the
     * first and the 95th the second; lognormal where both are above zero, else normal.
     *
     * @throws UnitSyntax if it writes none
     */
    public static Uncertain parse(String text) {
        Matcher interval = INTERVAL.matcher(text.strip());
        if (!interval.matches()) {
            Quantity exact = Quantity.parse(text);
            return new Uncertain(new Exactly(exact.base()), exact.unit());
        }
        Quantity high = Quantity.parse(interval.group(2));
        return interval(inUnitOf(Quantity.parse(interval.group(1)), high), high, NINETY, "", Optional.empty());
    }

    /**
     * The number that named parts write: {@code dist} is normal, lognormal, uniform, through-quantiles or beta;
     * {@code low}, {@code high}, {@code mid} and {@code interval} (90% unless it says more) or {@code mean} and {@code sd}.
     *
     * @throws UnitSyntax if the parts write none
     */
    public static Uncertain of(Map<String, String> parts) {
        for (String part : parts.keySet()) {
            if (!PARTS.contains(part)) {
                throw new UnitSyntax("'%s' is not a part of a distribution, which has %s.%s"
                        .formatted(part, String.join(", ", PARTS), Nearest.maybe(part, PARTS)));
            }
        }
        String dist = parts.getOrDefault("dist", "");
        return switch (dist) {
            case "beta" -> beta(parts);
            case "", "normal", "lognormal", "uniform", THROUGH -> ends(parts, dist);
            default ->
                throw new UnitSyntax("'%s' is not a distribution; there are %s.%s"
                        .formatted(dist, String.join(", ", KINDS), Nearest.maybe(dist, KINDS)));
        };
    }

    private static Uncertain ends(Map<String, String> parts, String dist) {
        Quantity high = Quantity.parse(part(parts, "high"));
        Quantity low = inUnitOf(Quantity.parse(part(parts, "low")), high);
        Optional<Quantity> mid =
                Optional.ofNullable(parts.get("mid")).map(text -> inUnitOf(Quantity.parse(text), high));
        double coverage = Optional.ofNullable(parts.get("interval"))
                .map(text -> Quantity.parse(text).in("1"))
                .orElse(NINETY);
        if (coverage <= 0 || coverage >= 1) {
            throw new UnitSyntax("an interval covers more than 0 and less than 100%, not " + parts.get("interval"));
        }
        mid.filter(middle -> middle.base() < low.base() || middle.base() > high.base())
                .ifPresent(middle -> {
                    throw new UnitSyntax("mid is not between low and high: %s, %s, %s".formatted(low, middle, high));
                });
        return interval(low, high, coverage, dist, mid.map(Quantity::base));
    }

    private static Uncertain interval(Quantity low, Quantity high, double coverage, String dist, Optional<Double> mid) {
        double a = low.base();
        double b = high.base();
        if (a >= b) {
            throw new UnitSyntax("an interval runs from low to high, and %s is not below %s".formatted(low, high));
        }
        String kind = dist.isEmpty() ? a > 0 ? "lognormal" : "normal" : dist;
        if (kind.equals("lognormal") && a <= 0) {
            throw new UnitSyntax("a lognormal value is above 0, and low is " + low);
        }
        Distribution distribution = switch (kind) {
            case "uniform" -> new Uniform(a, b, mid.orElse((a + b) / 2));
            case "lognormal" -> central(LogNormal.ofInterval(a, b, coverage), mid);
            case THROUGH -> through(a, mid, b, coverage);
            default -> central(Normal.ofInterval(a, b, coverage), mid);
        };
        return new Uncertain(distribution, high.unit());
    }

    private static TwoPiece through(double low, Optional<Double> mid, double high, double coverage) {
        double median = mid.filter(middle -> middle > low && middle < high)
                .orElseThrow(() -> new UnitSyntax(
                        "a distribution through quantiles needs mid, its median, above low and below high"));
        return TwoPiece.through(low, median, high, coverage);
    }

    private static LogNormal central(LogNormal interval, Optional<Double> mid) {
        return new LogNormal(interval.mu(), interval.sigma(), mid.orElse(interval.central()));
    }

    private static Normal central(Normal interval, Optional<Double> mid) {
        return new Normal(interval.mean(), interval.deviation(), mid.orElse(interval.central()));
    }

    private static Uncertain beta(Map<String, String> parts) {
        Quantity mean = Quantity.parse(part(parts, "mean"));
        Quantity deviation = inUnitOf(Quantity.parse(part(parts, "sd")), mean);
        double m = mean.in("1");
        double s = deviation.in("1");
        if (m <= 0 || m >= 1 || s <= 0 || s * s >= m * (1 - m)) {
            throw new UnitSyntax(
                    "no beta distribution has the mean %s and the standard deviation %s".formatted(mean, deviation));
        }
        return new Uncertain(Beta.ofMean(m, s), mean.unit());
    }

    private static String part(Map<String, String> parts, String name) {
        String text = parts.get(name);
        if (text == null) {
            throw new UnitSyntax(
                    "a distribution needs low and high, or for beta mean and sd: %s is missing".formatted(name));
        }
        return text;
    }

    // In "5e20 to 2e22 FLOP/s" the unit stands once and is meant twice.
    private static Quantity inUnitOf(Quantity first, Quantity second) {
        if (first.unit().equals(Unit.ONE)) {
            return new Quantity(first.base() * second.unit().factor(), second.unit());
        }
        if (!first.unit().dimension().equals(second.unit().dimension())) {
            throw new UnitSyntax("%s and %s are in different units".formatted(first, second));
        }
        return first;
    }

    /** The central value. */
    public Quantity central() {
        return new Quantity(distribution.central(), unit);
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
        return Numbers.rounded(base / unit.factor(), 3);
    }
}
