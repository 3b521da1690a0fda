package muster.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.format.Format;
import muster.unit.NumberText;
import muster.unit.Quantity;

/** Checks what is stored against what the vendor prints: sparse rates, links of both directions, the capacity in the name. */
final class VendorQuoteChecks {
    private static final double TOLERANCE = 0.03;
    private static final Pattern RATE = Pattern.compile("~?([\\d.]+ [GT]i?[bB]/s)(.*)");
    private static final Pattern CAPACITY = Pattern.compile("\\b(\\d+) ?GB\\b");
    // From a link bridge of a graphics card to the links of a TPU pod.
    private static final double LEAST_SHARE = 0.05;
    private static final double MOST_SHARE = 0.5;

    private VendorQuoteChecks() {}

    static List<LintFinding> check(ChipSheet sheet) {
        List<LintFinding> found = new ArrayList<>();
        for (Format format : Format.values()) {
            sheet.chip()
                    .sparsity()
                    .flatMap(sparsity -> sparse(sheet, sparsity, format))
                    .ifPresent(found::add);
        }
        sheet.chip().interconnect().scaleUp().ifPresent(link -> {
            directions(sheet, link).ifPresent(found::add);
            share(sheet, link).ifPresent(found::add);
        });
        sheet.memory().flatMap(memory -> named(sheet, memory)).ifPresent(found::add);
        return found;
    }

    private static Optional<LintFinding> sparse(ChipSheet sheet, Sparsity sparsity, Format format) {
        OptionalDouble quoted = ChipSheet.base(sparsity.quoted().flatMap(rates -> rates.at(format)));
        OptionalDouble dense = sheet.matrix(format);
        OptionalDouble multiplier = ChipSheet.base(sparsity.at(format));
        if (quoted.isEmpty() || dense.isEmpty() || multiplier.isEmpty()) {
            return Optional.empty();
        }
        double sparse = dense.getAsDouble() * multiplier.getAsDouble();
        return ChipSheet.close(sparse, quoted.getAsDouble(), TOLERANCE)
                ? Optional.empty()
                : Optional.of(new LintFinding(
                        sheet,
                        LintCheck.SPARSE_QUOTE,
                        format.toString(),
                        "peak." + format,
                        "times %s for sparsity this is %s a second, and the vendor prints %s"
                                .formatted(
                                        NumberText.exact(multiplier.getAsDouble()),
                                        NumberText.rounded(sparse, 4),
                                        NumberText.rounded(quoted.getAsDouble(), 4))));
    }

    // What a quote counts twice it says or leaves open; what does not begin with a rate, as "4 links x 496 Gb/s", is
    // left alone.
    private static Optional<LintFinding> directions(ChipSheet sheet, Interconnect.ScaleUp link) {
        Matcher quote = RATE.matcher(link.asQuoted().orElse(""));
        OptionalDouble own = ChipSheet.base(link.perDirection());
        if (own.isEmpty() || !quote.matches()) {
            return Optional.empty();
        }
        double times = Quantity.parse(quote.group(1)).base() / own.getAsDouble();
        boolean both = ChipSheet.close(times, 2, TOLERANCE);
        boolean one = ChipSheet.close(times, 1, TOLERANCE) && !quote.group(2).contains("bidir");
        return both || one
                ? Optional.empty()
                : Optional.of(new LintFinding(
                        sheet,
                        LintCheck.LINK_QUOTE,
                        "",
                        "interconnect.scale_up.per_direction",
                        "the vendor's '%s' is %s times this rate of one direction"
                                .formatted(link.asQuoted().orElse(""), NumberText.rounded(times, 3))));
    }

    private static Optional<LintFinding> share(ChipSheet sheet, Interconnect.ScaleUp link) {
        OptionalDouble share = ChipSheet.quotient(ChipSheet.base(link.perDirection()), sheet.bandwidth());
        return share.isEmpty() || (share.getAsDouble() >= LEAST_SHARE && share.getAsDouble() <= MOST_SHARE)
                ? Optional.empty()
                : Optional.of(new LintFinding(
                        sheet,
                        LintCheck.LINK_SHARE,
                        "",
                        "interconnect.scale_up.per_direction",
                        "it is %s of the memory's bandwidth; chips have %s to %s"
                                .formatted(
                                        NumberText.rounded(share.getAsDouble(), 3),
                                        NumberText.exact(LEAST_SHARE),
                                        NumberText.exact(MOST_SHARE))));
    }

    private static Optional<LintFinding> named(ChipSheet sheet, Memory memory) {
        Matcher title = CAPACITY.matcher(sheet.title());
        double gib = memory.capacity().value().distribution().central() / 0x1p30;
        return !title.find() || ChipSheet.close(gib, Double.parseDouble(title.group(1)), 0.01)
                ? Optional.empty()
                : Optional.of(new LintFinding(
                        sheet,
                        LintCheck.NAME_CAPACITY,
                        "",
                        "memory." + sheet.nameOf(memory) + ".capacity",
                        "it is %s GiB, and the title says '%s'".formatted(NumberText.rounded(gib, 4), title.group())));
    }
}
