package muster.trace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import muster.diagnostic.Place;
import muster.uncertainty.Source;

/**
 * One line of the record: a named figure and how it came about.
 *
 * @param name its stable name, as {@code training.compute}
 * @param symbol a short symbol for equations; empty where it has none
 * @param value the central value in {@code unit}
 * @param unit the unit
 * @param kind whether it was given or computed
 * @param expression the expression over named steps; empty for what was given or searched for
 * @param checks what holds at the answer of a search, each as {@code left = right} over named steps; else empty
 * @param source the source that is named for it
 * @param place where it is written in a file
 * @param centre why the value of an uncertain input is what it is, as the median of its distribution
 */
public record TraceStep(
        String name,
        String symbol,
        double value,
        String unit,
        Kind kind,
        String expression,
        List<String> checks,
        Optional<Source> source,
        Optional<Place> place,
        Optional<String> centre) {

    public TraceStep {
        checks = List.copyOf(checks);
    }

    /** A step that is no uncertain input. */
    public TraceStep(
            String name,
            String symbol,
            double value,
            String unit,
            Kind kind,
            String expression,
            List<String> checks,
            Optional<Source> source,
            Optional<Place> place) {
        this(name, symbol, value, unit, kind, expression, checks, source, place, Optional.empty());
    }

    /** The same of an uncertain input whose central value is what it is for a reason. */
    TraceStep because(Optional<String> reason) {
        return new TraceStep(name, symbol, value, unit, kind, expression, checks, source, place, reason);
    }

    /** A step that is no search. */
    public TraceStep(
            String name,
            String symbol,
            double value,
            String unit,
            Kind kind,
            String expression,
            Optional<Source> source,
            Optional<Place> place) {
        this(name, symbol, value, unit, kind, expression, List.of(), source, place);
    }

    /** The expression, or what holds at the answer of a search. */
    public String made() {
        return kind == Kind.SOLVED ? String.join("; ", checks) : expression;
    }

    /** How a figure came about. */
    public enum Kind {
        /** Given in a file. */
        INPUT,
        /** Part of the model, with its source. */
        CONSTANT,
        /** Computed by its expression. */
        DERIVED,
        /** Found by a search, and checked. */
        SOLVED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
