package muster.uncertainty;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import muster.diagnostic.Nearest;
import muster.uncertainty.distribution.ComputableQuantiles;
import muster.uncertainty.distribution.Distribution;
import muster.uncertainty.distribution.Truncated;
import muster.unit.UnitSyntax;

/**
 * The ways to write a distribution in named parts.
 *
 * @param name what {@code dist} says
 * @param needed the parts that it must have
 * @param optional the parts that it may have
 * @param make makes it of its parts
 */
record LongForm(String name, List<String> needed, List<String> optional, Function<NamedParts, Distribution> make) {
    private static final List<String> TRUNCATION = List.of("at_least", "at_most");

    private static final List<LongForm> ALL = List.of(
            ends("normal", DistributionFamilies::normal),
            new LongForm("normal", List.of("mean", "sd"), List.of(), DistributionFamilies::normalOfMean),
            ends("lognormal", DistributionFamilies::lognormal),
            new LongForm("lognormal", List.of("mean", "sd"), List.of(), DistributionFamilies::lognormalOfMean),
            new LongForm("uniform", List.of("low", "high"), List.of("mid"), DistributionFamilies::uniform),
            new LongForm("log-uniform", List.of("low", "high"), List.of("mid"), DistributionFamilies::logUniform),
            new LongForm("triangular", List.of("low", "mid", "high"), List.of(), DistributionFamilies::triangular),
            new LongForm("pert", List.of("low", "mid", "high"), List.of(), DistributionFamilies::pert),
            new LongForm(
                    "through-quantiles",
                    List.of("low", "mid", "high"),
                    List.of("interval"),
                    DistributionFamilies::throughQuantiles),
            new LongForm("beta", List.of("mean", "sd"), List.of(), DistributionFamilies::beta),
            new LongForm("gamma", List.of("mean", "sd"), List.of(), DistributionFamilies::gamma),
            new LongForm(
                    "student-t",
                    List.of("low", "high", "degrees"),
                    List.of("mid", "interval"),
                    DistributionFamilies::studentT),
            new LongForm("discrete", List.of("values"), List.of("weights"), DistributionFamilies::discrete),
            new LongForm("empirical", List.of("values"), List.of(), DistributionFamilies::empirical),
            new LongForm("mixture", List.of("of"), List.of("weights"), DistributionFamilies::mixture));

    private static LongForm ends(String name, Function<NamedParts, Distribution> make) {
        return new LongForm(name, List.of("low", "high"), List.of("mid", "interval"), make);
    }

    /** The number that parts write. */
    static Uncertain read(Map<String, WrittenDistribution> written) {
        NamedParts parts = new NamedParts(written);
        LongForm form = chosen(parts);
        form.check(written.keySet());
        Distribution computed = ComputableQuantiles.of(() -> form.truncated(parts, form.make.apply(parts)))
                .orElseThrow(() -> new UnitSyntax(
                        "these parts are too near each other, or too far apart, for a %s distribution that can be computed%s"
                                .formatted(form.name, form.middle(parts))));
        return new Uncertain(computed, parts.unit());
    }

    private String middle(NamedParts parts) {
        return Stream.of("mid", "mean")
                .filter(parts::has)
                .findFirst()
                .map(part -> ". Maybe %s alone?".formatted(parts.shown(part)))
                .orElse("");
    }

    // Without dist an interval is lognormal where it can be.
    private static LongForm chosen(NamedParts parts) {
        String name = parts.word("dist")
                .orElseGet(() -> parts.has("low") && parts.number("low") > 0 ? "lognormal" : "normal");
        List<LongForm> named =
                ALL.stream().filter(form -> form.name.equals(name)).toList();
        if (named.isEmpty()) {
            List<String> names = ALL.stream().map(LongForm::name).distinct().toList();
            throw new UnitSyntax("'%s' is not a distribution; there are %s.%s"
                    .formatted(name, String.join(", ", names), Nearest.maybe(name, names)));
        }
        if (parts.word("dist").isEmpty() && !parts.has("low") && parts.has("mean")) {
            throw new UnitSyntax("mean and sd need dist: normal, lognormal, beta or gamma");
        }
        return named.stream()
                .filter(form -> parts.has(form.needed.get(0)))
                .findFirst()
                .orElse(named.get(0));
    }

    private void check(Set<String> written) {
        Set<String> known = new TreeSet<>(Stream.of(List.of("dist"), needed, optional, truncation())
                .flatMap(List::stream)
                .toList());
        for (String part : written) {
            if (!known.contains(part)) {
                throw new UnitSyntax("'%s' is not a part of a %s distribution, which has %s.%s"
                        .formatted(part, name, String.join(", ", known), Nearest.maybe(part, known)));
            }
        }
        for (String part : needed) {
            if (!written.contains(part)) {
                throw new UnitSyntax(
                        "a %s distribution needs %s: %s is missing".formatted(name, String.join(", ", needed), part));
            }
        }
    }

    // Of single values one leaves out what is not meant.
    private List<String> truncation() {
        return name.equals("discrete") || name.equals("empirical") ? List.of() : TRUNCATION;
    }

    private Distribution truncated(NamedParts parts, Distribution whole) {
        Optional<Double> least = Optional.of("at_least").filter(parts::has).map(parts::number);
        Optional<Double> most = Optional.of("at_most").filter(parts::has).map(parts::number);
        if (least.isEmpty() && most.isEmpty()) {
            return whole;
        }
        double low = Math.max(whole.least(), least.orElse(Double.NEGATIVE_INFINITY));
        double high = Math.min(whole.greatest(), most.orElse(Double.POSITIVE_INFINITY));
        if (!(low < high) || whole.cumulative(high) <= whole.cumulative(low)) {
            throw new UnitSyntax("at_least and at_most leave nothing of the %s distribution".formatted(name));
        }
        return Truncated.of(whole, low, high);
    }
}
