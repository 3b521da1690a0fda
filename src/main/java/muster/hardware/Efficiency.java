package muster.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import muster.unit.Numbers;

/** Checks the rate per watt and per area against that of the vendor's other chips of the same process. */
final class Efficiency {
    private static final double MOST = 3;
    private static final int FEWEST = 2;

    private Efficiency() {}

    static List<Finding> check(Sheet sheet, List<Sheet> all) {
        List<Sheet> peers = all.stream().filter(other -> peers(sheet, other)).toList();
        List<Finding> found = new ArrayList<>();
        off(sheet, peers, Check.PER_WATT, "FLOP/s per watt", Efficiency::perWatt)
                .ifPresent(found::add);
        off(sheet, peers, Check.PER_AREA, "FLOP/s per mm2", Efficiency::perArea).ifPresent(found::add);
        return found;
    }

    private static boolean peers(Sheet sheet, Sheet other) {
        Optional<String> process = sheet.chip().die().flatMap(Die::process);
        return !sheet.id().equals(other.id())
                && sheet.chip().vendor().equals(other.chip().vendor())
                && process.isPresent()
                && process.equals(other.chip().die().flatMap(Die::process));
    }

    private static OptionalDouble perWatt(Sheet sheet) {
        return Sheet.quotient(
                sheet.sixteenBit(), Sheet.base(sheet.chip().power().tdp()));
    }

    private static OptionalDouble perArea(Sheet sheet) {
        return Sheet.quotient(sheet.sixteenBit(), Sheet.base(sheet.chip().die().flatMap(Die::area)));
    }

    private static Optional<Finding> off(
            Sheet sheet, List<Sheet> peers, Check check, String unit, Function<Sheet, OptionalDouble> value) {
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
                : Optional.of(new Finding(
                        sheet,
                        check,
                        "",
                        sheet.chip().peak().bf16().isPresent() ? "peak.bf16" : "peak.fp16",
                        "%s %s at 16 bits, %s times the median of %s chips of its vendor and process"
                                .formatted(
                                        Numbers.rounded(own.getAsDouble(), 3),
                                        unit,
                                        Numbers.rounded(times, 2),
                                        others.length)));
    }
}
