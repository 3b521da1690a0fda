package muster.hardware;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.catalog.Catalog;
import muster.diagnostic.Nearest;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.unit.CalendarPeriod;

/**
 * Whether the figures of a chip are plausible: one against another, against chips of the same die, against what the vendor
 * prints. It finds what a source beside every value does not, since most wrong figures have one. A finding that is as it should
 * be is waived in the chip's file under the name of the check, with the reason.
 *
 * @param chip the id of the chip
 * @param check the name of the check, as {@code ratio.fp8}
 * @param place where the value is written, or the waiver that is found wanting
 * @param message what was found and what was expected
 * @param waived the reason for which it is as it should be, where one is given
 */
public record Lint(String chip, String check, Place place, String message, Optional<String> waived) {

    /**
     * What is found on every chip of a catalog, in order of id.
     *
     * @param catalog the catalog
     * @param problems where what cannot be read is reported
     */
    public static List<Lint> all(Catalog catalog, Problems problems) {
        List<ChipSheet> sheets = ChipSheet.all(catalog, problems);
        Optional<LocalDate> date = Optional.of(catalog.edition().version())
                .filter(version -> !version.isEmpty())
                .map(version -> CalendarPeriod.parse(version.replace('.', '-')).last());
        List<Lint> lints = new ArrayList<>();
        for (ChipSheet sheet : sheets) {
            List<LintFinding> found = Stream.of(
                            RatioChecks.check(sheet),
                            SameDieChecks.check(sheet, sheets),
                            VendorQuoteChecks.check(sheet),
                            EfficiencyChecks.check(sheet, sheets),
                            ValueChecks.check(sheet, date))
                    .flatMap(List::stream)
                    .toList();
            Map<String, String> waivers = sheet.chip().waivers().orElse(Map.of());
            found.forEach(finding -> lints.add(new Lint(
                    sheet.id(),
                    finding.name(),
                    sheet.at(finding.path()),
                    finding.message(),
                    Optional.ofNullable(waivers.get(finding.name())))));
            waivers.keySet().forEach(waiver -> wanting(sheet, waiver, found).ifPresent(lints::add));
        }
        return List.copyOf(lints);
    }

    private static Optional<Lint> wanting(ChipSheet sheet, String waiver, List<LintFinding> found) {
        Set<String> names = found.stream().map(LintFinding::name).collect(Collectors.toSet());
        String check = waiver.split("\\.", 2)[0];
        if (names.contains(waiver)) {
            return Optional.empty();
        }
        String message = LintCheck.names().contains(check)
                ? "nothing is found here that %s would waive".formatted(waiver)
                : "there is no check '%s'.%s".formatted(check, Nearest.maybe(check, LintCheck.names()));
        return Optional.of(new Lint(
                sheet.id(), LintCheck.WAIVER.toString(), sheet.at("waivers." + waiver), message, Optional.empty()));
    }
}
