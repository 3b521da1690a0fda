package muster.uncertainty;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import muster.uncertainty.distribution.Distribution;
import muster.unit.Quantity;
import muster.unit.Unit;
import muster.unit.UnitSyntax;
import org.jspecify.annotations.Nullable;

/** The parts of a distribution as numbers in base units. A unit that stands at the last of them is meant at all. */
final class NamedParts {
    private static final double NINETY = 0.9;
    // Those of them that are in the unit of the number.
    private static final List<String> IN_ITS_UNIT =
            List.of("low", "mid", "high", "mean", "sd", "values", "of", "at_least", "at_most");

    private final Map<String, WrittenDistribution> parts;
    private final Unit unit;

    NamedParts(Map<String, WrittenDistribution> parts) {
        this.parts = parts;
        this.unit = parts.entrySet().stream()
                .filter(part -> IN_ITS_UNIT.contains(part.getKey()))
                .flatMap(part -> units(part.getValue()))
                .filter(found -> !found.equals(Unit.ONE))
                .reduce((first, last) -> last)
                .orElse(Unit.ONE);
    }

    private static Stream<Unit> units(WrittenDistribution written) {
        if (written instanceof WrittenDistribution.Row row) {
            return row.items().stream().flatMap(NamedParts::units);
        }
        return Stream.of(Uncertain.of(written).unit());
    }

    /** The unit in which the number is written. */
    Unit unit() {
        return unit;
    }

    boolean has(String name) {
        return parts.containsKey(name);
    }

    Optional<String> word(String name) {
        return Optional.ofNullable(parts.get(name)).map(written -> text(name, written));
    }

    /** A part in base units. */
    double number(String name) {
        return inUnit(text(name, parts.get(name)));
    }

    /** A part that has no unit. */
    double pure(String name) {
        return Quantity.parse(text(name, parts.get(name))).in("1");
    }

    /** The part of the probability between low and high. */
    double coverage() {
        double coverage = has("interval") ? pure("interval") : NINETY;
        if (!(coverage > 0 && coverage < 1)) {
            throw new UnitSyntax("an interval covers more than 0 and less than 100%%, not %s"
                    .formatted(text("interval", parts.get("interval"))));
        }
        return coverage;
    }

    /** The middle that is given. */
    Optional<Double> middle() {
        return has("mid") ? Optional.of(number("mid")) : Optional.empty();
    }

    /** A part as it is written, for messages. */
    String shown(String name) {
        return text(name, parts.get(name));
    }

    /** The items of a list of numbers. */
    List<Double> numbers(String name) {
        return row(name).stream().map(item -> inUnit(text(name, item))).toList();
    }

    /** The items of a list of numbers that may be uncertain. */
    List<Distribution> distributions(String name) {
        List<Distribution> found = new ArrayList<>();
        for (WrittenDistribution item : row(name)) {
            Uncertain part = Uncertain.of(item);
            boolean bare = part.unit().equals(Unit.ONE) && !unit.equals(Unit.ONE);
            if (bare || !part.unit().dimension().equals(unit.dimension())) {
                throw new UnitSyntax(
                        "the parts of a mixture state the same unit each, and %s is not in %s".formatted(part, unit));
            }
            found.add(part.distribution());
        }
        return found;
    }

    /** A weight above 0 for each of so many items; the same for all where none are given. */
    List<Double> weights(int count) {
        if (!has("weights")) {
            return Collections.nCopies(count, 1.0);
        }
        List<Double> weights = row("weights").stream()
                .map(item -> Quantity.parse(text("weights", item)).in("1"))
                .toList();
        if (weights.size() != count || weights.stream().anyMatch(weight -> weight <= 0)) {
            throw new UnitSyntax("weights are numbers above 0, one for each of the %s".formatted(count));
        }
        return weights;
    }

    private List<WrittenDistribution> row(String name) {
        if (parts.get(name) instanceof WrittenDistribution.Row row
                && !row.items().isEmpty()) {
            return row.items();
        }
        throw new UnitSyntax("%s is a list, as [1, 2, 4]".formatted(name));
    }

    private static String text(String name, @Nullable WrittenDistribution written) {
        if (written instanceof WrittenDistribution.Word word) {
            return word.text();
        }
        throw new UnitSyntax("%s is a single value".formatted(name));
    }

    private double inUnit(String text) {
        Quantity quantity = Quantity.parse(text).beside(unit);
        if (!quantity.unit().dimension().equals(unit.dimension())) {
            throw new UnitSyntax("%s is not in %s, as the last part is".formatted(quantity, unit));
        }
        return quantity.base();
    }
}
