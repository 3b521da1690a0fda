package muster.view;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.unit.NumberText;

/** Names and values for a program, in their order. {@link Fields} makes the objects. */
public sealed interface Data {
    /** No value. */
    Data NOTHING = new Nothing();

    /**
     * Values by name.
     *
     * @param fields the values in their order
     */
    record Tree(Map<String, Data> fields) implements Data {
        public Tree {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /**
     * Values in order.
     *
     * @param items the values
     */
    record Array(List<Data> items) implements Data {
        public Array {
            items = List.copyOf(items);
        }
    }

    /**
     * Letters.
     *
     * @param text the letters
     */
    record TextValue(String text) implements Data {}

    /**
     * A number.
     *
     * @param digits its digits, as JSON has them
     */
    record Digits(String digits) implements Data {}

    /**
     * Whether something is so.
     *
     * @param set whether it is
     */
    record Flag(boolean set) implements Data {}

    /** No value; {@link #NOTHING} is the one. */
    record Nothing() implements Data {}

    /** Letters. */
    static Data text(String text) {
        return new TextValue(text);
    }

    /** A number with all its digits, the same text on every Java; nothing where it is infinite or none at all. */
    static Data number(double value) {
        return Double.isFinite(value) ? new Digits(NumberText.exact(value)) : NOTHING;
    }

    /** A whole number, with every digit written out. */
    static Data count(long value) {
        return new Digits(Long.toString(value));
    }

    /** Whether something is so. */
    static Data flag(boolean set) {
        return new Flag(set);
    }

    /** Values in order. */
    static Data array(List<? extends Data> items) {
        return new Array(List.copyOf(items));
    }

    /** Texts in order. */
    static Data texts(Collection<String> texts) {
        return new Array(texts.stream().map(Data::text).toList());
    }

    /** Numbers in order. */
    static Data numbers(Collection<Double> numbers) {
        return new Array(numbers.stream().map(Data::number).toList());
    }
}
