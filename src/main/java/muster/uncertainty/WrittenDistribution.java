package muster.uncertainty;

import java.util.List;
import java.util.Map;

/** A part of an uncertain number as a file writes it. */
public sealed interface WrittenDistribution {
    /** A text, as {@code 5 TFLOP/s} or {@code 1 to 2 day}. */
    record Word(String text) implements WrittenDistribution {}

    /** A list. */
    record Row(List<WrittenDistribution> items) implements WrittenDistribution {}

    /** A number in named parts. */
    record Parts(Map<String, WrittenDistribution> parts) implements WrittenDistribution {}
}
