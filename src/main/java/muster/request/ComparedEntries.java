package muster.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.catalog.Address;
import muster.catalog.Catalog;
import muster.catalog.Difference;
import muster.catalog.EntryDifference;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;

/** Entries that a user wants to see beside others. */
public final class ComparedEntries {
    private ComparedEntries() {}

    /**
     * What is asked for: of one name, what each entry of it changes of the one that it extends; of two, what the second differs in
     * from the first. What cannot be compared is reported.
     *
     * @param builtIn where ids are found
     * @param arguments one or two ids or files
     */
    public static List<EntryDifference> of(Catalog builtIn, List<String> arguments, Problems problems) {
        List<NamedEntry> first = NamedEntry.of(builtIn, arguments.get(0), problems);
        List<EntryDifference> found = new ArrayList<>();
        if (arguments.size() == 1) {
            first.forEach(entry -> entry.parent(problems)
                    .flatMap(parent -> between(parent, entry, problems))
                    .ifPresent(found::add));
            return List.copyOf(found);
        }
        List<NamedEntry> second = NamedEntry.of(builtIn, arguments.get(1), problems);
        pairs(first, second)
                .forEach(pair -> between(pair.get(0), pair.get(1), problems).ifPresent(found::add));
        if (found.isEmpty() && problems.none()) {
            problems.error(
                    "unlike-entries",
                    Place.argument(String.join(" ", arguments)),
                    "two entries of one kind are compared, and these are %s and %s"
                            .formatted(words(first), words(second)));
        }
        return List.copyOf(found);
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
