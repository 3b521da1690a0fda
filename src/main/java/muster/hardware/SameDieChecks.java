package muster.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import muster.format.Format;
import muster.unit.NumberText;

/**
 * Checks a chip against those of the same die. Parts that are cut down or sold for other uses differ from some of them, so
 * it is enough to be like one.
 */
final class SameDieChecks {
    private static final double TOLERANCE = 0.15;

    private SameDieChecks() {}

    static List<LintFinding> check(ChipSheet sheet, List<ChipSheet> all) {
        List<ChipSheet> siblings = all.stream().filter(sheet::sharesDie).toList();
        List<LintFinding> found = new ArrayList<>();
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

    private static Optional<LintFinding> rate(ChipSheet sheet, List<ChipSheet> siblings, Format format) {
        OptionalDouble own = sheet.overSixteenBit(format);
        if (own.isEmpty() || siblings.isEmpty()) {
            return Optional.empty();
        }
        if (siblings.stream().allMatch(other -> other.overSixteenBit(format).isEmpty())) {
            return Optional.of(new LintFinding(
                    sheet,
                    LintCheck.SIBLING_FORMAT,
                    format.toString(),
                    "peak." + format,
                    "it has a matrix rate at %s, and none of the same die has: %s".formatted(format, ids(siblings))));
        }
        return unlike(own.getAsDouble(), siblings, other -> other.overSixteenBit(format))
                .map(others -> new LintFinding(
                        sheet,
                        LintCheck.SIBLING_RATE,
                        format.toString(),
                        "peak." + format,
                        "%s is %s times the 16-bit rate; of the same die %s"
                                .formatted(format, NumberText.rounded(own.getAsDouble(), 3), others)));
    }

    private static Optional<LintFinding> memory(ChipSheet sheet, Memory memory, List<ChipSheet> siblings) {
        List<ChipSheet> alike = siblings.stream()
                .filter(other -> other.memory()
                        .filter(theirs -> theirs.type().equals(memory.type()))
                        .isPresent())
                .toList();
        double own = secondsToRead(sheet).getAsDouble();
        return unlike(own, alike, SameDieChecks::secondsToRead)
                .map(others -> new LintFinding(
                        sheet,
                        LintCheck.SIBLING_MEMORY,
                        "",
                        "memory." + sheet.nameOf(memory) + ".capacity",
                        "the %s takes %s s to read once; of the same die %s"
                                .formatted(memory.type(), NumberText.rounded(own, 3), others)));
    }

    private static OptionalDouble secondsToRead(ChipSheet sheet) {
        return ChipSheet.quotient(ChipSheet.base(sheet.memory().map(Memory::capacity)), sheet.bandwidth());
    }

    private static Optional<LintFinding> link(ChipSheet sheet, Interconnect.ScaleUp link, List<ChipSheet> siblings) {
        List<ChipSheet> alike = siblings.stream()
                .filter(other -> other.chip()
                        .interconnect()
                        .scaleUp()
                        .filter(theirs -> theirs.name().equals(link.name()))
                        .isPresent())
                .toList();
        OptionalDouble own = ChipSheet.base(link.perDirection());
        return own.isEmpty()
                ? Optional.empty()
                : unlike(own.getAsDouble(), alike, SameDieChecks::perDirection)
                        .map(others -> new LintFinding(
                                sheet,
                                LintCheck.SIBLING_LINK,
                                "",
                                "interconnect.scale_up.per_direction",
                                "%s has %s B/s in one direction; of the same die %s"
                                        .formatted(link.name(), NumberText.rounded(own.getAsDouble(), 3), others)));
    }

    private static OptionalDouble perDirection(ChipSheet sheet) {
        return ChipSheet.base(sheet.chip().interconnect().scaleUp().flatMap(Interconnect.ScaleUp::perDirection));
    }

    // The others with their values, where there are any and the own value is like none of theirs.
    private static Optional<String> unlike(
            double own, List<ChipSheet> others, Function<ChipSheet, OptionalDouble> value) {
        List<ChipSheet> known =
                others.stream().filter(other -> value.apply(other).isPresent()).toList();
        boolean like = known.stream()
                .anyMatch(other -> ChipSheet.close(own, value.apply(other).getAsDouble(), TOLERANCE));
        return known.isEmpty() || like
                ? Optional.empty()
                : Optional.of(known.stream()
                        .map(other -> "%s has %s"
                                .formatted(
                                        other.id(),
                                        NumberText.rounded(value.apply(other).getAsDouble(), 3)))
                        .collect(Collectors.joining(", ")));
    }

    private static String ids(List<ChipSheet> sheets) {
        return sheets.stream().map(ChipSheet::id).collect(Collectors.joining(", "));
    }
}
