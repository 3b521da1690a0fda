package muster.view;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.uncertainty.sampling.Percentiles;

/** Makes an object of {@link Data}, name by name. A name that is there twice is a mistake. */
public final class Fields {
    private final Map<String, Data> fields = new LinkedHashMap<>();

    /** No names yet. */
    public Fields() {}

    /** An object of a schema, as {@code estimate/v1}. */
    public static Fields of(String schema) {
        return new Fields().text("schema", schema);
    }

    /** A value and its unit. */
    public static Data quantity(double value, String unit) {
        return new Fields().number("value", value).text("unit", unit).build();
    }

    /** Letters. */
    public Fields text(String name, String text) {
        return put(name, Data.text(text));
    }

    /** Letters, where there are any. */
    public Fields text(String name, Optional<String> text) {
        text.ifPresent(found -> text(name, found));
        return this;
    }

    /** A number with all its digits; left out where it is infinite or none at all. */
    public Fields number(String name, double value) {
        return Double.isFinite(value) ? put(name, Data.number(value)) : this;
    }

    /** A number with all its digits, where there is one. */
    public Fields number(String name, OptionalDouble value) {
        value.ifPresent(found -> number(name, found));
        return this;
    }

    /** A value and its unit. */
    public Fields quantity(String name, double value, String unit) {
        return put(name, quantity(value, unit));
    }

    /** A value and its unit, where there is one. */
    public Fields quantity(String name, OptionalDouble value, String unit) {
        value.ifPresent(found -> quantity(name, found, unit));
        return this;
    }

    /** The 5th, 50th and 95th percentile; one without a bound is left out. */
    public Fields percentiles(Percentiles spread) {
        return number("p5", spread.p5()).number("p50", spread.p50()).number("p95", spread.p95());
    }

    /** A whole number. */
    public Fields count(String name, long value) {
        return put(name, Data.count(value));
    }

    /** Whether something is so. */
    public Fields flag(String name, boolean set) {
        return put(name, Data.flag(set));
    }

    /** Texts in order. */
    public Fields texts(String name, Collection<String> texts) {
        return put(name, Data.texts(texts));
    }

    /** Texts by name. */
    public Fields texts(String name, Map<String, String> texts) {
        Fields inner = new Fields();
        texts.forEach(inner::text);
        return put(name, inner.build());
    }

    /** Values in order. */
    public Fields array(String name, List<? extends Data> items) {
        return put(name, Data.array(items));
    }

    /** Values in order; nothing at all where there are none. */
    public Fields arrayOrNone(String name, List<? extends Data> items) {
        return items.isEmpty() ? this : array(name, items);
    }

    /** Any value, where there is one. */
    public Fields put(String name, Optional<? extends Data> value) {
        value.ifPresent(found -> put(name, found));
        return this;
    }

    /**
     * Any value.
     *
     * @throws IllegalStateException if the name is there already
     */
    public Fields put(String name, Data value) {
        if (fields.putIfAbsent(name, value) != null) {
            throw new IllegalStateException("a field is there twice: " + name);
        }
        return this;
    }

    /** What was made so far. */
    public Data.Tree build() {
        return new Data.Tree(fields);
    }
}
