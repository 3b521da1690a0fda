package muster.cli.option;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.unit.CalendarPeriod;
import muster.unit.Quantity;
import muster.unit.Unit;
import muster.unit.UnitSyntax;
import org.jspecify.annotations.Nullable;

/** What a user wrote after an option, as a text that knows where it stands. */
public final class Arguments {
    private Arguments() {}

    public static Text text(String option, String value) {
        return new Text(value, Place.argument(option + " " + value));
    }

    /**
     * A number above 0 after an option, with or without its unit, as {@code 60} or {@code 60 token/s}; what is none is reported.
     *
     * @param option the name of the option
     * @param value what follows it, where it stands
     * @param units what its number is in; the first is that of a bare one
     */
    public static OptionalDouble amount(String option, @Nullable String value, List<String> units, Problems problems) {
        if (value == null) {
            return OptionalDouble.empty();
        }
        Place place = text(option, value).place();
        try {
            Quantity quantity = Quantity.parse(value);
            boolean bare = quantity.unit().equals(Unit.ONE);
            Optional<Unit> unit = bare
                    ? Optional.of(Unit.ONE)
                    : units.stream()
                            .map(Unit::parse)
                            .filter(each ->
                                    each.dimension().equals(quantity.unit().dimension()))
                            .findFirst();
            if (unit.isEmpty()) {
                problems.error(
                        "wrong-unit", place, "%s is in %s, not in %s".formatted(option, units.get(0), quantity.unit()));
            } else if (quantity.base() <= 0) {
                problems.error("out-of-range", place, "%s is above 0".formatted(option));
            } else {
                return OptionalDouble.of(quantity.in(unit.get()));
            }
        } catch (UnitSyntax e) {
            problems.error("not-a-quantity", place, String.valueOf(e.getMessage()));
        }
        return OptionalDouble.empty();
    }

    /**
     * The last day of a date after an option that may be left out; what is no date is reported.
     *
     * @param option the name of the option
     * @param value what follows it, where it stands
     */
    public static Optional<LocalDate> day(String option, @Nullable String value, Problems problems) {
        return given(option, value).flatMap(text -> {
            try {
                return Optional.of(CalendarPeriod.parse(text.value()).last());
            } catch (UnitSyntax e) {
                problems.error("not-a-date", text.place(), String.valueOf(e.getMessage()));
                return Optional.empty();
            }
        });
    }

    /** The same of an option that may be left out. */
    public static Optional<Text> given(String option, @Nullable String value) {
        return Optional.ofNullable(value).map(text -> text(option, text));
    }
}
