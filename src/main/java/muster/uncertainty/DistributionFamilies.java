package muster.uncertainty;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import muster.uncertainty.distribution.Beta;
import muster.uncertainty.distribution.Discrete;
import muster.uncertainty.distribution.Distribution;
import muster.uncertainty.distribution.Empirical;
import muster.uncertainty.distribution.Gamma;
import muster.uncertainty.distribution.LogNormal;
import muster.uncertainty.distribution.LogUniform;
import muster.uncertainty.distribution.Mixture;
import muster.uncertainty.distribution.Normal;
import muster.uncertainty.distribution.Pert;
import muster.uncertainty.distribution.StudentT;
import muster.uncertainty.distribution.Triangular;
import muster.uncertainty.distribution.TwoPiece;
import muster.uncertainty.distribution.Uniform;
import muster.unit.UnitSyntax;

/** Distributions from their parts, with a message where parts make none. */
final class DistributionFamilies {
    private DistributionFamilies() {}

    static Distribution normal(NamedParts parts) {
        Normal interval = Normal.ofInterval(low(parts), high(parts), parts.coverage());
        return new Normal(interval.mean(), interval.deviation(), middle(parts, interval.central()));
    }

    static Distribution normalOfMean(NamedParts parts) {
        return new Normal(parts.number("mean"), deviation(parts), parts.number("mean"));
    }

    static Distribution lognormal(NamedParts parts) {
        LogNormal interval = LogNormal.ofInterval(aboveZero(parts, "low"), high(parts), parts.coverage());
        return new LogNormal(interval.mu(), interval.sigma(), middle(parts, interval.central()));
    }

    static Distribution lognormalOfMean(NamedParts parts) {
        return LogNormal.ofMean(aboveZero(parts, "mean"), deviation(parts));
    }

    static Distribution uniform(NamedParts parts) {
        double low = low(parts);
        double high = high(parts);
        return new Uniform(low, high, middle(parts, low / 2 + high / 2));
    }

    static Distribution logUniform(NamedParts parts) {
        double low = aboveZero(parts, "low");
        double high = high(parts);
        return new LogUniform(low, high, middle(parts, Math.sqrt(low) * Math.sqrt(high)));
    }

    static Distribution triangular(NamedParts parts) {
        return new Triangular(low(parts), middle(parts, Double.NaN), high(parts));
    }

    static Distribution pert(NamedParts parts) {
        return new Pert(low(parts), middle(parts, Double.NaN), high(parts));
    }

    static Distribution throughQuantiles(NamedParts parts) {
        double middle = middle(parts, Double.NaN);
        if (middle == low(parts) || middle == high(parts)) {
            throw new UnitSyntax("mid is the median, above low and below high, not %s".formatted(parts.shown("mid")));
        }
        return TwoPiece.through(low(parts), middle, high(parts), parts.coverage());
    }

    static Distribution beta(NamedParts parts) {
        double mean = parts.number("mean");
        double deviation = deviation(parts);
        if (mean <= 0 || mean >= 1 || deviation * deviation >= mean * (1 - mean)) {
            throw new UnitSyntax("no beta distribution has the mean %s and the standard deviation %s"
                    .formatted(parts.shown("mean"), parts.shown("sd")));
        }
        return Beta.ofMean(mean, deviation);
    }

    static Distribution gamma(NamedParts parts) {
        return Gamma.ofMean(aboveZero(parts, "mean"), deviation(parts));
    }

    static Distribution studentT(NamedParts parts) {
        double degrees = parts.pure("degrees");
        if (degrees <= 0) {
            throw new UnitSyntax("degrees of freedom are above 0, not %s".formatted(parts.shown("degrees")));
        }
        StudentT interval = StudentT.ofInterval(low(parts), high(parts), parts.coverage(), degrees);
        return new StudentT(degrees, interval.location(), interval.scale(), middle(parts, interval.central()));
    }

    static Distribution discrete(NamedParts parts) {
        List<Double> values = parts.numbers("values");
        if (new TreeSet<>(values).size() < values.size()) {
            throw new UnitSyntax("values are different from each other; weights say how likely each is");
        }
        return Discrete.of(values, parts.weights(values.size()));
    }

    static Distribution empirical(NamedParts parts) {
        List<Double> values = parts.numbers("values");
        if (Set.copyOf(values).size() < 2) {
            throw new UnitSyntax("an empirical distribution needs two different values at least");
        }
        return new Empirical(values);
    }

    static Distribution mixture(NamedParts parts) {
        List<Distribution> mixed = parts.distributions("of");
        return Mixture.of(mixed, parts.weights(mixed.size()));
    }

    private static double low(NamedParts parts) {
        if (parts.number("low") >= parts.number("high")) {
            throw new UnitSyntax("an interval runs from low to high, and %s is not below %s"
                    .formatted(parts.shown("low"), parts.shown("high")));
        }
        return parts.number("low");
    }

    private static double high(NamedParts parts) {
        return parts.number("high");
    }

    private static double aboveZero(NamedParts parts, String name) {
        double number = name.equals("low") ? low(parts) : parts.number(name);
        if (number <= 0) {
            throw new UnitSyntax("a %s value is above 0, and %s is %s"
                    .formatted(parts.word("dist").orElse("lognormal"), name, parts.shown(name)));
        }
        return number;
    }

    private static double deviation(NamedParts parts) {
        if (parts.number("sd") <= 0) {
            throw new UnitSyntax("a standard deviation is above 0, not %s".formatted(parts.shown("sd")));
        }
        return parts.number("sd");
    }

    private static double middle(NamedParts parts, double otherwise) {
        double middle = parts.middle().orElse(otherwise);
        if (middle < low(parts) || middle > high(parts)) {
            throw new UnitSyntax("mid is not between low and high: %s, %s, %s"
                    .formatted(parts.shown("low"), parts.shown("mid"), parts.shown("high")));
        }
        return middle;
    }
}
