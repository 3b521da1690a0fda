package muster.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.unit.CalendarPeriod;

/**
 * How new a catalog is.
 *
 * @param kinds every kind of entry, in the order of the catalog
 * @param missing what was announced and is not in it, by kind, owner and id
 */
public record Freshness(List<OfKind> kinds, List<Missing> missing) {

    private static final Comparator<CalendarPeriod> NEWER =
            Comparator.comparing(CalendarPeriod::last).thenComparing(CalendarPeriod::first);

    public Freshness {
        kinds = List.copyOf(kinds);
        missing = List.copyOf(missing);
    }

    /**
     * How new the entries of a kind are.
     *
     * @param kind the kind
     * @param entries how many there are
     * @param newest the newest date of each owner and of each thing that is dated; empty where no entry has a date
     */
    public record OfKind(EntryKind<?> kind, int entries, List<Newest> newest) {
        public OfKind {
            newest = List.copyOf(newest);
        }

        /** The newest of all owners, where there is one; the first of several of that date. */
        public Optional<Newest> first() {
            return newest.stream().reduce((best, next) -> NEWER.compare(next.date(), best.date()) > 0 ? next : best);
        }
    }

    /**
     * The newest date of an owner.
     *
     * @param whose the owner, as the maker of chips; empty where entries are nobody's
     * @param what what it is a date of, as {@code announced}
     * @param date the date
     * @param id the entry that has it, the first by id of several
     */
    public record Newest(String whose, String what, CalendarPeriod date, String id) {}

    /**
     * A thing that is not in the catalog.
     *
     * @param kind the kind of entry that it would be
     * @param id the id that it would have
     * @param thing what is known of it
     */
    public record Missing(NotIn.Kind kind, String id, NotIn.Thing thing) {}

    /** How new a catalog is; what cannot be read is reported. */
    public static Freshness of(Catalog catalog, Problems problems) {
        List<OfKind> kinds = new ArrayList<>();
        catalog.kinds().stream()
                .filter(kind -> !kind.equals(NotIn.KIND))
                .forEach(
                        kind -> kinds.add(new OfKind(kind, catalog.ids(kind).size(), newest(catalog, kind, problems))));
        return new Freshness(kinds, missing(catalog, problems));
    }

    private static List<Newest> newest(Catalog catalog, EntryKind<?> kind, Problems problems) {
        if (!Dated.class.isAssignableFrom(kind.type())) {
            return List.of();
        }
        Map<String, Map<String, Newest>> newest = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String id : catalog.ids(kind)) {
            catalog.get(kind, named(id), problems).map(Dated.class::cast).ifPresent(entry -> {
                String whose = entry.whose().orElse("");
                entry.dates()
                        .forEach((what, date) -> newest.computeIfAbsent(whose, own -> new TreeMap<>())
                                .merge(
                                        what,
                                        new Newest(whose, what, date, id),
                                        (old, now) -> NEWER.compare(now.date(), old.date()) > 0 ? now : old));
            });
        }
        return newest.values().stream().flatMap(own -> own.values().stream()).toList();
    }

    // What a user has added since is in.
    private static List<Missing> missing(Catalog catalog, Problems problems) {
        List<Missing> missing = new ArrayList<>();
        for (String id : catalog.ids(NotIn.KIND)) {
            catalog.get(NotIn.KIND, named(id), problems)
                    .ifPresent(list -> list.entries().forEach((entry, thing) -> {
                        if (!isIn(catalog, list.kind(), entry)) {
                            missing.add(new Missing(list.kind(), entry, thing));
                        }
                    }));
        }
        missing.sort(Comparator.comparing(Missing::kind)
                .thenComparing(each -> each.thing().whose(), String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Missing::id));
        return missing;
    }

    private static boolean isIn(Catalog catalog, NotIn.Kind kind, String id) {
        return catalog.kinds().stream()
                .filter(each -> each.name().equals(kind.toString()))
                .anyMatch(each -> catalog.ids(each).contains(id));
    }

    private static Text named(String id) {
        return new Text(id, Place.argument(id));
    }
}
