package muster.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import muster.unit.NumberText;

/** Checks the rate per watt and per area against that of the vendor's other chips of the same process. */
final class EfficiencyChecks {
    private static final double MOST = 3;
    private static final int FEWEST = 2;

    private EfficiencyChecks() {}

    static List<LintFinding> check(ChipSheet sheet, List<ChipSheet> all) {
        List<ChipSheet> peers =
                all.stream().filter(other -> peers(sheet, other)).toList();
        List<LintFinding> found = new ArrayList<>();
        off(sheet, peers, LintCheck.PER_WATT, "FLOP/s per watt", EfficiencyChecks::perWatt)
                .ifPresent(found::add);
        off(sheet, peers, LintCheck.PER_AREA, "FLOP/s per mm2", EfficiencyChecks::perArea)
                .ifPresent(found::add);
        return found;
    }

    private static boolean peers(ChipSheet sheet, ChipSheet other) {
        Optional<String> process = sheet.chip().die().flatMap(Die::process);
        return !sheet.id().equals(other.id())
                && sheet.chip().vendor().equals(other.chip().vendor())
                && process.isPresent()
                && process.equals(other.chip().die().flatMap(Die::process));
    }

    private static OptionalDouble perWatt(ChipSheet sheet) {
        return ChipSheet.quotient(
                sheet.sixteenBit(), ChipSheet.base(sheet.chip().power().tdp()));
    }

    private static OptionalDouble perArea(ChipSheet sheet) {
        return ChipSheet.quotient(
                sheet.sixteenBit(), ChipSheet.base(sheet.chip().die().flatMap(Die::area)));
    }

    private static Optional<LintFinding> off(
            ChipSheet sheet,
            List<ChipSheet> peers,
            LintCheck check,
            String unit,
            Function<ChipSheet, OptionalDouble> value) {
        OptionalDouble own = value.apply(sheet);
        double[] others = peers.stream()
                .map(value)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .sorted()
                .toArray();
        if (own.isEmpty() || others.length < FEWEST) {
            return Optional.empty();
        }
        double median = (others[(others.length - 1) / 2] + others[others.length / 2]) / 2;
        double times = own.getAsDouble() / median;
        return times <= MOST && times >= 1 / MOST
                ? Optional.empty()
                : Optional.of(new LintFinding(
                        sheet,
                        check,
                        "",
                        sheet.chip().peak().bf16().isPresent() ? "peak.bf16" : "peak.fp16",
                        "%s %s at 16 bits, %s times the median of %s chips of its vendor and process"
                                .formatted(
                                        NumberText.rounded(own.getAsDouble(), 3),
                                        unit,
                                        NumberText.rounded(times, 2),
                                        others.length)));
    }
}
