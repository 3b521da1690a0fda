package muster.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import muster.format.Format;
import muster.unit.Numbers;

/**
 * Checks a chip against those of the same die. Parts that are cut down or sold for other uses differ from some of them, so
 * it is enough to be like one.
 */
final class Siblings {
    private static final double TOLERANCE = 0.15;

    private Siblings() {}

    static List<Finding> check(Sheet sheet, List<Sheet> all) {
        List<Sheet> siblings = all.stream().filter(sheet::sharesDie).toList();
        List<Finding> found = new ArrayList<>();
        for (Format format : Format.values()) {
            rate(sheet, siblings, format).ifPresent(found::add);
        }
        sheet.memory().flatMap(memory -> memory(sheet, memory, siblings)).ifPresent(found::add);
        sheet.chip()
                .interconnect()
                .scaleUp()
                .flatMap(link -> link(sheet, link, siblings))
                .ifPresent(found::add);
        return found;
    }

    private static Optional<Finding> rate(Sheet sheet, List<Sheet> siblings, Format format) {
        OptionalDouble own = sheet.overSixteenBit(format);
        if (own.isEmpty() || siblings.isEmpty()) {
            return Optional.empty();
        }
        if (siblings.stream().allMatch(other -> other.overSixteenBit(format).isEmpty())) {
            return Optional.of(new Finding(
                    sheet,
                    Check.SIBLING_FORMAT,
                    format.toString(),
                    "peak." + format,
                    "it has a matrix rate at %s, and none of the same die has: %s".formatted(format, ids(siblings))));
        }
        return unlike(own.getAsDouble(), siblings, other -> other.overSixteenBit(format))
                .map(others -> new Finding(
                        sheet,
                        Check.SIBLING_RATE,
                        format.toString(),
                        "peak." + format,
                        "%s is %s times the 16-bit rate; of the same die %s"
                                .formatted(format, Numbers.rounded(own.getAsDouble(), 3), others)));
    }

    private static Optional<Finding> memory(Sheet sheet, Memory memory, List<Sheet> siblings) {
        List<Sheet> alike = siblings.stream()
                .filter(other -> other.memory()
                        .filter(theirs -> theirs.type().equals(memory.type()))
                        .isPresent())
                .toList();
        double own = secondsToRead(sheet).getAsDouble();
        return unlike(own, alike, Siblings::secondsToRead)
                .map(others -> new Finding(
                        sheet,
                        Check.SIBLING_MEMORY,
                        "",
                        "memory." + sheet.nameOf(memory) + ".capacity",
                        "the %s takes %s s to read once; of the same die %s"
                                .formatted(memory.type(), Numbers.rounded(own, 3), others)));
    }

    private static OptionalDouble secondsToRead(Sheet sheet) {
        return Sheet.quotient(Sheet.base(sheet.memory().map(Memory::capacity)), sheet.bandwidth());
    }

    private static Optional<Finding> link(Sheet sheet, Interconnect.ScaleUp link, List<Sheet> siblings) {
        List<Sheet> alike = siblings.stream()
                .filter(other -> other.chip()
                        .interconnect()
                        .scaleUp()
                        .filter(theirs -> theirs.name().equals(link.name()))
                        .isPresent())
                .toList();
        OptionalDouble own = Sheet.base(link.perDirection());
        return own.isEmpty()
                ? Optional.empty()
                : unlike(own.getAsDouble(), alike, Siblings::perDirection)
                        .map(others -> new Finding(
                                sheet,
                                Check.SIBLING_LINK,
                                "",
                                "interconnect.scale_up.per_direction",
                                "%s has %s B/s in one direction; of the same die %s"
                                        .formatted(link.name(), Numbers.rounded(own.getAsDouble(), 3), others)));
    }

    private static OptionalDouble perDirection(Sheet sheet) {
        return Sheet.base(sheet.chip().interconnect().scaleUp().flatMap(Interconnect.ScaleUp::perDirection));
    }

    // The others with their values, where there are any and the own value is like none of theirs.
    private static Optional<String> unlike(double own, List<Sheet> others, Function<Sheet, OptionalDouble> value) {
        List<Sheet> known =
                others.stream().filter(other -> value.apply(other).isPresent()).toList();
        boolean like = known.stream()
                .anyMatch(other -> Sheet.close(own, value.apply(other).getAsDouble(), TOLERANCE));
        return known.isEmpty() || like
                ? Optional.empty()
                : Optional.of(known.stream()
                        .map(other -> "%s has %s"
                                .formatted(
                                        other.id(),
                                        Numbers.rounded(value.apply(other).getAsDouble(), 3)))
                        .collect(Collectors.joining(", ")));
    }

    private static String ids(List<Sheet> sheets) {
        return sheets.stream().map(Sheet::id).collect(Collectors.joining(", "));
    }
}
