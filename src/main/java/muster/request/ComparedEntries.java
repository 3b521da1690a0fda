package muster.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.catalog.Address;
import muster.catalog.Catalog;
import muster.catalog.Difference;
import muster.catalog.EntryDifference;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.fleet.query.FleetRestatement;
import muster.fleet.stock.Fleet;

/** Entries that a user wants to see beside others. */
public final class ComparedEntries {
    private ComparedEntries() {}

    /**
     * What was found.
     *
     * @param differences the values that differ, pair by pair of entries
     * @param restated what pairs of fleets that are counted by quarter say otherwise
     */
    public record Found(List<EntryDifference> differences, Map<EntryDifference, FleetRestatement> restated) {
        public Found {
            differences = List.copyOf(differences);
            restated = Map.copyOf(restated);
        }
    }

    /**
     * What is asked for: of one name, what each entry of it changes of the one that it extends; of two, what the second differs in
     * from the first. What cannot be compared is reported.
     *
     * @param builtIn where ids are found
     * @param arguments one or two ids or files
     */
    public static Found of(Catalog builtIn, List<String> arguments, Problems problems) {
        List<NamedEntry> first = NamedEntry.of(builtIn, arguments.get(0), problems);
        List<EntryDifference> found = new ArrayList<>();
        Map<EntryDifference, FleetRestatement> restated = new LinkedHashMap<>();
        if (arguments.size() == 1) {
            first.forEach(entry ->
                    entry.parent(problems).ifPresent(parent -> compare(parent, entry, found, restated, problems)));
            return new Found(found, restated);
        }
        List<NamedEntry> second = NamedEntry.of(builtIn, arguments.get(1), problems);
        pairs(first, second).forEach(pair -> compare(pair.get(0), pair.get(1), found, restated, problems));
        if (found.isEmpty() && problems.none()) {
            problems.error(
                    "unlike-entries",
                    Place.argument(String.join(" ", arguments)),
                    "two entries of one kind are compared, and these are %s and %s"
                            .formatted(words(first), words(second)));
        }
        return new Found(found, restated);
    }

    private static void compare(
            NamedEntry before,
            NamedEntry after,
            List<EntryDifference> found,
            Map<EntryDifference, FleetRestatement> restated,
            Problems problems) {
        between(before, after, problems).ifPresent(difference -> {
            found.add(difference);
            if (after.kind().equals(Fleet.KIND)) {
                FleetRestatement.between(before.catalog(), before.id(), after.catalog(), after.id(), problems)
                        .ifPresent(restatement -> restated.put(difference, restatement));
            }
        });
    }

    // An id may be one of several kinds.
    private static List<List<NamedEntry>> pairs(List<NamedEntry> first, List<NamedEntry> second) {
        return first.stream()
                .flatMap(one -> second.stream()
                        .filter(other -> other.kind().equals(one.kind()))
                        .map(other -> List.of(one, other)))
                .toList();
    }

    private static String words(List<NamedEntry> entries) {
        return entries.isEmpty()
                ? "none"
                : String.join(
                        ", ",
                        entries.stream()
                                .map(entry -> entry.kind().name() + " " + entry)
                                .toList());
    }

    private static Optional<EntryDifference> between(NamedEntry before, NamedEntry after, Problems problems) {
        Address whole = new Address(after.kind(), after.id(), "");
        return before.entry(problems)
                .flatMap(old -> after.entry(problems)
                        .map(now -> new EntryDifference(
                                after.kind(),
                                before.toString(),
                                after.toString(),
                                Difference.between(whole, old, now))));
    }
}
