package muster.hardware;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.document.yaml.Leaves;
import muster.document.yaml.Text;
import muster.uncertainty.Uncertain;
import muster.unit.NumberText;
import muster.unit.UnitMismatch;
import muster.unit.UnitSyntax;

/** Checks single values: units, dates, the driver's memory, and what the catalog knows to be wrong. */
final class ValueChecks {
    private static final double LEAST_USABLE = 0.9;
    private static final double SAME = 1e-3;
    private static final double EXACT = 1e-9;

    private ValueChecks() {}

    static List<LintFinding> check(ChipSheet sheet, Optional<LocalDate> catalogDate) {
        List<LintFinding> found = new ArrayList<>();
        sheet.chip()
                .memory()
                .forEach((name, memory) -> usable(sheet, name, memory).ifPresent(found::add));
        sheet.texts()
                .forEach((path, text) -> number(text.value()).ifPresent(number -> {
                    if (path.matches("memory\\.hbm\\.capacity")
                            && !number.unit().symbol().contains("i")) {
                        found.add(new LintFinding(
                                sheet,
                                LintCheck.DECIMAL_CAPACITY,
                                "",
                                path,
                                "'%s' is decimal; what vendors call GB is GiB".formatted(text.value())));
                    }
                    if (path.matches("(peak|vector|achievable|accumulated_in_fp16)\\..*|.*\\.(bandwidth|per_direction)")
                            && binary(number)) {
                        found.add(new LintFinding(
                                sheet,
                                LintCheck.BINARY_RATE,
                                "",
                                path,
                                "'%s' counts by powers of 1024; rates are decimal".formatted(text.value())));
                    }
                }));
        catalogDate.ifPresent(date -> dates(sheet, date, found));
        known(sheet, found);
        return found;
    }

    private static Optional<LintFinding> usable(ChipSheet sheet, String name, Memory memory) {
        OptionalDouble share =
                ChipSheet.quotient(ChipSheet.base(memory.usable()), ChipSheet.base(Optional.of(memory.capacity())));
        return share.isEmpty() || (share.getAsDouble() >= LEAST_USABLE && share.getAsDouble() <= 1)
                ? Optional.empty()
                : Optional.of(new LintFinding(
                        sheet,
                        LintCheck.USABLE_MEMORY,
                        "",
                        "memory." + name + ".usable",
                        "%s of the capacity is usable".formatted(NumberText.rounded(share.getAsDouble(), 3))));
    }

    // Written in a binary unit, or round only when divided by one.
    private static boolean binary(Uncertain number) {
        if (number.unit().symbol().contains("iB")) {
            return true;
        }
        double value = number.distribution().central();
        for (double factor : new double[] {0x1p30, 0x1p40, 0x1p50}) {
            double divided = value / factor;
            if (divided >= 1 && divided < 1e5 && round(divided, 4) && !round(value, 6)) {
                return true;
            }
        }
        return false;
    }

    private static boolean round(double value, int digits) {
        double scale = Math.pow(10, digits - 1 - Math.floor(Math.log10(value)));
        return ChipSheet.close(Math.rint(value * scale) / scale, value, EXACT);
    }

    private static void dates(ChipSheet sheet, LocalDate date, List<LintFinding> found) {
        sheet.chip().prices().orElse(Map.of()).forEach((name, price) -> {
            if (price.asOf().first().isAfter(date)) {
                found.add(new LintFinding(
                        sheet,
                        LintCheck.PRICE_DATE,
                        name,
                        "prices." + name + ".as_of",
                        "a price of %s in a catalog that ends on %s".formatted(price.asOf(), date)));
            }
        });
        sheet.chip()
                .available()
                .filter(since -> switch (sheet.chip().status()) {
                    case ANNOUNCED -> since.last().isBefore(date);
                    case CANCELLED -> true;
                    default -> since.first().isAfter(date);
                })
                .ifPresent(since -> found.add(new LintFinding(
                        sheet,
                        LintCheck.STATUS_DATE,
                        "",
                        "available",
                        "%s since %s, in a catalog that ends on %s"
                                .formatted(sheet.chip().status(), since, date))));
    }

    private static void known(ChipSheet sheet, List<LintFinding> found) {
        sheet.stack()
                .forEach(entry -> Leaves.of(entry.body())
                        .forEach((path, noted) -> noted.conflicts().stream()
                                .filter(conflict -> conflict.wrong().isPresent()
                                        && same(sheet.texts().get(path), conflict.value()))
                                .forEach(conflict -> found.add(new LintFinding(
                                        sheet,
                                        LintCheck.KNOWN_ERROR,
                                        path,
                                        path,
                                        "%s is what %s has, noted as wrong: %s"
                                                .formatted(
                                                        conflict.value(),
                                                        conflict.source().title(),
                                                        conflict.wrong().orElse("")))))));
    }

    private static boolean same(@org.jspecify.annotations.Nullable Text text, String other) {
        Optional<Uncertain> own = text == null ? Optional.empty() : number(text.value());
        Optional<Uncertain> theirs = number(other);
        return own.isPresent()
                && theirs.isPresent()
                && own.get().unit().dimension().equals(theirs.get().unit().dimension())
                && ChipSheet.close(
                        own.get().distribution().central(),
                        theirs.get().distribution().central(),
                        SAME);
    }

    private static Optional<Uncertain> number(String text) {
        try {
            return Optional.of(Uncertain.parse(text));
        } catch (UnitSyntax | UnitMismatch e) {
            return Optional.empty();
        }
    }
}
