package muster.fleet.stock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.catalog.Catalog;
import muster.diagnostic.Nearest;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.fleet.chips.ChipLot;
import muster.fleet.chips.FleetAmount;
import muster.format.Precision;

/**
 * What is in a fleet at a date, line by line.
 *
 * @param lines every line: totals of chips, and owners' parts of them
 * @param remarks what was left out
 * @param assumptions what is assumed of chips
 */
public record FleetStock(List<FleetLine> lines, List<String> remarks, List<Assumption> assumptions) {

    public FleetStock {
        lines = List.copyOf(lines);
        remarks = List.copyOf(remarks);
        assumptions = List.copyOf(assumptions);
    }

    /**
     * What is assumed of some chips.
     *
     * @param owner whose they are, where that is known
     * @param words what is assumed
     */
    record Assumption(Optional<String> owner, String words) {}

    /** What was left out, and what is assumed; of an owner's chips alone, where one is meant. */
    public List<String> remarks(Optional<Text> owner) {
        return Stream.concat(
                        remarks.stream(),
                        assumptions.stream()
                                .filter(assumption -> owner.isEmpty()
                                        || assumption.owner().isEmpty()
                                        || owner.get()
                                                .value()
                                                .equalsIgnoreCase(
                                                        assumption.owner().get()))
                                .map(Assumption::words))
                .toList();
    }

    /** The lines that make up the whole: an owner's part only where no line has the total of the same chips. */
    public List<FleetLine> whole() {
        return lines.stream()
                .filter(line ->
                        !line.split() || lines.stream().noneMatch(other -> !other.split() && other.sameChips(line)))
                .toList();
    }

    /** The lines that tell owners apart: a total only where no line has an owner's part of the same chips. */
    public List<FleetLine> byOwner() {
        return lines.stream()
                .filter(line ->
                        line.split() || lines.stream().noneMatch(other -> other.split() && other.sameChips(line)))
                .toList();
    }

    /**
     * What a fleet of the catalog amounts to.
     *
     * @param id its id, where it is named
     * @param name what the names of its inputs begin with
     * @param precision the precision at which rates count
     * @param moment when
     * @param owner whose part of it; without one, all of it
     * @param vendor the maker of the chips that are meant; without one, chips of all makers
     */
    public static Optional<FleetAmount> amount(
            Text id,
            String name,
            Precision precision,
            FleetMoment moment,
            Optional<Text> owner,
            Optional<Text> vendor,
            Catalog catalog,
            Problems problems) {
        int before = problems.reports();
        return meant(id, name, moment, owner, vendor, catalog, problems)
                .map(meant -> {
                    checkOneBasis(id, meant.lines(), problems);
                    return amount(meant.lines(), precision, meant.remarks(owner), problems);
                })
                .filter(amount -> amount.hasRates(problems) && problems.reports() == before);
    }

    /** The earliest last count of the same chips, where that is before the moment and stands as it was; else nothing. */
    public static Optional<LocalDate> lastCount(
            Text id,
            String name,
            FleetMoment moment,
            Optional<Text> owner,
            Optional<Text> vendor,
            Catalog catalog,
            Problems problems) {
        return meant(id, name, moment, owner, vendor, catalog, problems).stream()
                .flatMap(meant -> meant.lines().stream())
                .flatMap(line -> line.counted().stream())
                .map(LastCount::date)
                .min(LocalDate::compareTo);
    }

    // The stock with the lines of it that are meant: with all of its remarks, whatever the lines.
    private static Optional<FleetStock> meant(
            Text id,
            String name,
            FleetMoment moment,
            Optional<Text> owner,
            Optional<Text> vendor,
            Catalog catalog,
            Problems problems) {
        int before = problems.reports();
        Optional<FleetStock> stock = catalog.bind(Fleet.KIND, id, name, problems)
                .map(fleet -> new Stocktaking(fleet, id.value(), name, moment, catalog, problems).take());
        if (stock.isEmpty() || problems.reports() > before) {
            return Optional.empty();
        }
        FleetStock all = stock.get();
        List<FleetLine> owned = owner.map(whose -> all.ownedBy(whose, problems)).orElse(all.whole());
        List<FleetLine> lines = vendor.map(maker -> of(maker, FleetLine::vendor, owned, "maker", problems))
                .orElse(owned);
        List<String> remarks = new ArrayList<>(all.remarks());
        remarks.addAll(LastCount.words(lines));
        return Optional.of(new FleetStock(lines, remarks, all.assumptions()));
    }

    private List<FleetLine> ownedBy(Text owner, Problems problems) {
        return of(owner, FleetLine::owner, byOwner(), "owner", problems);
    }

    // The lines of a name, which stands where a user wrote it; where there are none, the names that there are.
    private static List<FleetLine> of(
            Text name,
            Function<FleetLine, Optional<String>> naming,
            List<FleetLine> all,
            String what,
            Problems problems) {
        List<FleetLine> lines = all.stream()
                .filter(line -> naming.apply(line).filter(name.value()::equals).isPresent())
                .toList();
        if (lines.isEmpty()) {
            TreeSet<String> names = all.stream()
                    .flatMap(line -> naming.apply(line).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            problems.error(
                    "unknown-id",
                    name.place(),
                    "no chips of '%s' are counted here; there are those of %s.%s"
                            .formatted(
                                    name.value(),
                                    names.isEmpty() ? "no %s by name".formatted(what) : String.join(", ", names),
                                    Nearest.maybe(name.value(), names)));
        }
        return lines;
    }

    private static void checkOneBasis(Text id, List<FleetLine> lines, Problems problems) {
        TreeSet<CountBasis> bases = lines.stream().map(FleetLine::basis).collect(Collectors.toCollection(TreeSet::new));
        if (bases.size() > 1) {
            problems.error(
                    "mixed-basis",
                    id.place(),
                    "'%s' counts on more than one basis (%s), which are never added. Maybe muster fleet --fleet %s, which lists them apart?"
                            .formatted(
                                    id.value(),
                                    bases.stream().map(CountBasis::toString).collect(Collectors.joining(", ")),
                                    id.value()));
        }
    }

    private static FleetAmount amount(
            List<FleetLine> lines, Precision precision, List<String> remarks, Problems problems) {
        List<ChipLot> lots = new ArrayList<>();
        List<FleetAmount.Stated> stated = new ArrayList<>();
        lines.forEach(line -> {
            line.lot().ifPresent(lots::add);
            line.stated()
                    .filter(rated -> fits(rated, precision, problems))
                    .ifPresent(rated ->
                            stated.add(new FleetAmount.Stated(chain -> chain.input(rated.capacity(), ""), List.of())));
        });
        return new FleetAmount(lots, stated, precision, remarks);
    }

    private static boolean fits(Holding.Rated rated, Precision wanted, Problems problems) {
        boolean fits = rated.fits(wanted);
        if (!fits) {
            problems.error(
                    "precision",
                    rated.capacity().place(),
                    "%s is stated at %s, and the fleet is asked for at %s"
                            .formatted(rated.capacity().name(), rated.precision(), wanted));
        }
        return fits;
    }
}
