package muster.document;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.diagnostic.Nearest;
import muster.diagnostic.Problems;
import muster.document.yaml.Items;
import muster.document.yaml.Mapping;
import muster.document.yaml.Node;
import muster.document.yaml.Text;
import muster.uncertainty.CorrelationGroup;
import muster.uncertainty.Input;
import muster.uncertainty.Uncertain;
import muster.uncertainty.WrittenDistribution;
import muster.unit.CalendarPeriod;
import muster.unit.Dimension;
import muster.unit.NumberText;
import muster.unit.Quantity;
import muster.unit.Unit;
import muster.unit.UnitMismatch;
import muster.unit.UnitSyntax;
import org.jspecify.annotations.Nullable;

/** Reads single values: numbers with units, words of a closed list, dates, free text. */
final class Scalars {
    private static final Object[] TRUTHS = {true, false};

    private final Problems problems;

    Scalars(Problems problems) {
        this.problems = problems;
    }

    /** Whether a record is written as a single value. */
    static boolean holds(Class<?> type) {
        return type == Text.class || type == Quantity.class || type == CalendarPeriod.class || type == Input.class;
    }

    Optional<Input> input(Node node, RecordForm.Field field, String path) {
        In in = field.annotation(In.class)
                .orElseThrow(() ->
                        new IllegalStateException("no unit is declared for %s of %s".formatted(field.key(), path)));
        Optional<Text> written = first(node);
        if (written.isEmpty()) {
            problems.error(
                    "wrong-shape",
                    node.place(),
                    "%s is a number in %s, not %s".formatted(path, in.value(), node.kind()));
            return Optional.empty();
        }
        int before = problems.reports();
        checkConflicts(written.get(), in, path);
        Optional<CorrelationGroup> group =
                node instanceof Mapping mapping ? CorrelationReader.of(mapping, path, problems) : Optional.empty();
        Optional<Uncertain> number = number(node, written.get(), in, path);
        number.filter(value -> group.isPresent() && value.distribution().certain())
                .ifPresent(value -> problems.error(
                        "correlation",
                        written.get().place(),
                        "%s: %s is certain and moves with nothing".formatted(path, value)));
        return number.filter(value -> problems.reports() == before)
                .map(value -> new Input(
                        path,
                        value,
                        Unit.parse(in.value()),
                        written.get().source(),
                        written.get().place(),
                        group));
    }

    private void checkConflicts(Text text, In in, String path) {
        text.conflicts()
                .forEach(conflict -> number(
                        new Text(conflict.value(), conflict.place()),
                        new Text(conflict.value(), conflict.place()),
                        in,
                        path + " by " + conflict.source().id()));
    }

    // The text itself, or the first part of a distribution written in parts.
    private static Optional<Text> first(Node node) {
        if (node instanceof Mapping mapping) {
            return mapping.members().values().stream()
                    .map(Mapping.Member::value)
                    .filter(Text.class::isInstance)
                    .map(Text.class::cast)
                    .findFirst();
        }
        return Optional.of(node)
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(text -> !text.value().isEmpty());
    }

    private static WrittenDistribution written(Node node, Collection<String> apart) {
        if (node instanceof Mapping mapping) {
            Map<String, WrittenDistribution> parts = new LinkedHashMap<>();
            mapping.without(apart)
                    .members()
                    .forEach((key, member) -> parts.put(key, written(member.value(), List.of())));
            return new WrittenDistribution.Parts(parts);
        }
        return node instanceof Items items
                ? new WrittenDistribution.Row(items.nodes().stream()
                        .map(item -> written(item, List.of()))
                        .toList())
                : new WrittenDistribution.Word(node instanceof Text text ? text.value() : node.kind());
    }

    private Optional<Uncertain> number(Node node, Text text, In in, String path) {
        Unit unit = Unit.parse(in.value());
        Unit plain = in.plain().isEmpty() ? unit : Unit.parse(in.plain());
        Uncertain value;
        try {
            value = Uncertain.of(written(node, CorrelationReader.KEYS));
        } catch (UnitSyntax | UnitMismatch e) {
            boolean bare =
                    !plain.equals(Unit.ONE) && !NumberText.meant(text.value()).isEmpty();
            String needed = bare ? " This key is in %s.".formatted(plain) : "";
            problems.error("not-a-quantity", text.place(), "%s: %s%s".formatted(path, e.getMessage(), needed));
            return Optional.empty();
        }
        Dimension written = value.unit().dimension();
        if (!written.equals(unit.dimension()) && !written.equals(plain.dimension())) {
            boolean bare = value.unit().equals(Unit.ONE);
            problems.error(
                    bare ? "no-unit" : "wrong-unit",
                    text.place(),
                    bare
                            ? "%s: '%s' has no unit. Maybe %s %s?".formatted(path, text.value(), text.value(), plain)
                            : "%s: '%s' is in %s, and this key is in %s"
                                    .formatted(path, text.value(), value.unit(), plain));
            return Optional.empty();
        }
        if (!in.range().holds(value.distribution())) {
            String found = value.distribution().certain()
                    ? "'%s' is not %s".formatted(text.value(), in.range())
                    : "%s reaches beyond %s. Maybe {dist: uniform, low: ..., high: ...}?".formatted(value, in.range());
            problems.error("out-of-range", text.place(), path + ": " + found);
            return Optional.empty();
        }
        return Optional.of(written.equals(unit.dimension()) ? value : new Uncertain(value.distribution(), unit));
    }

    @Nullable
    Object word(Node node, Class<?> type, String path) {
        if (!(node instanceof Text text) || text.value().isEmpty()) {
            problems.error(
                    "wrong-shape", node.place(), "%s is %s, not %s".formatted(path, expected(type), node.kind()));
            return null;
        }
        if (type == Text.class) {
            return text;
        }
        if (type == String.class) {
            return text.value();
        }
        if (type == Quantity.class) {
            return quantity(text, path);
        }
        if (type == LocalDate.class) {
            return date(text, path);
        }
        if (type == int.class) {
            return count(text, path);
        }
        if (type == boolean.class) {
            return constant(text, TRUTHS, path);
        }
        if (type == CalendarPeriod.class) {
            return period(text, path);
        }
        if (type.isEnum()) {
            return constant(text, type.getEnumConstants(), path);
        }
        throw new IllegalStateException("%s: no form is known for %s".formatted(path, type));
    }

    private @Nullable Quantity quantity(Text text, String path) {
        try {
            return Quantity.parse(text.value());
        } catch (UnitSyntax e) {
            problems.error("not-a-quantity", text.place(), "%s: %s".formatted(path, e.getMessage()));
            return null;
        }
    }

    private @Nullable CalendarPeriod period(Text text, String path) {
        try {
            return CalendarPeriod.parse(text.value());
        } catch (UnitSyntax e) {
            problems.error("not-a-date", text.place(), "%s: %s".formatted(path, e.getMessage()));
            return null;
        }
    }

    private static String expected(Class<?> type) {
        return type.isEnum()
                ? "one of " + names(type.getEnumConstants())
                : type == LocalDate.class || type == CalendarPeriod.class
                        ? "a date"
                        : type == int.class ? "a whole number" : type == boolean.class ? "true or false" : "a text";
    }

    private @Nullable Integer count(Text text, String path) {
        if (text.value().matches("\\d{1,9}")) {
            return Integer.valueOf(text.value());
        }
        problems.error(
                "not-a-count",
                text.place(),
                "%s: '%s' is not a whole number from 0 to 999999999.%s"
                        .formatted(path, text.value(), meant(text.value())));
        return null;
    }

    // 8,192 and 500k as a count: what is not whole is not meant.
    private static String meant(String text) {
        return NumberText.meant(text).stream()
                .map(Double::parseDouble)
                .filter(number -> number == Math.rint(number) && number >= 0 && number < 1e9)
                .findFirst()
                .map(number -> " Maybe %s?".formatted(number.longValue()))
                .orElse("");
    }

    private @Nullable LocalDate date(Text text, String path) {
        try {
            return LocalDate.parse(text.value());
        } catch (DateTimeParseException e) {
            problems.error(
                    "not-a-date", text.place(), "%s: '%s' is not a date as 2025-12-31".formatted(path, text.value()));
            return null;
        }
    }

    private @Nullable Object constant(Text text, Object[] constants, String path) {
        for (Object constant : constants) {
            if (constant.toString().equals(text.value())) {
                return constant;
            }
        }
        List<String> names = Arrays.stream(constants).map(Object::toString).toList();
        problems.error(
                "unknown-word",
                text.place(),
                "%s: '%s' is not one of %s.%s"
                        .formatted(path, text.value(), names(constants), Nearest.maybe(text.value(), names)));
        return null;
    }

    private static String names(Object[] constants) {
        return String.join(", ", Arrays.stream(constants).map(Object::toString).toList());
    }
}
