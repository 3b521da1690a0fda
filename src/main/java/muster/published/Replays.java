package muster.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import muster.catalog.Catalog;
import muster.catalog.Entry;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.unit.Quantity;
import muster.unit.Unit;

/** Replays published figures through the scenarios of a catalog. */
public final class Replays {
    private final Catalog catalog;
    private final Problems problems;
    private final ReplayRunner computation;

    /** Replays in a catalog. */
    public Replays(Catalog catalog, Problems problems) {
        this.catalog = catalog;
        this.problems = problems;
        this.computation = new ReplayRunner(catalog, problems);
    }

    /** The ids that an id could be meant as: of figures where it has a name after its dot, else of publications. */
    public List<String> like(String id) {
        return publications().stream()
                .flatMap(publication -> id.contains(".")
                        ? publication.printed().stream().map(publication::id)
                        : Stream.of(publication.prefix()))
                .toList();
    }

    /**
     * The figures that are wanted, in order of publication.
     *
     * @param group whether a group is wanted
     * @param id whether a figure is wanted
     */
    public List<PublishedReplay> of(Predicate<PublicationTopic> group, Predicate<String> id) {
        return publications().stream()
                .filter(publication -> group.test(publication.group()))
                .flatMap(publication -> publication.printed().stream()
                        .filter(printed -> id.test(publication.id(printed)))
                        .flatMap(printed -> replay(publication, printed).stream()))
                .toList();
    }

    private record Titled(String prefix, String title, PublicationTopic group, List<PrintedFigure> printed) {
        String id(PrintedFigure figure) {
            return prefix + "." + figure.name();
        }
    }

    private List<Titled> publications() {
        List<Titled> publications = new ArrayList<>();
        for (String id : catalog.ids(Publication.KIND)) {
            Text text = new Text(id, Place.argument(id));
            String title = catalog.entry(Publication.KIND, text, problems)
                    .flatMap(Entry::title)
                    .orElse(id);
            catalog.get(Publication.KIND, text, problems)
                    .ifPresent(found -> publications.add(new Titled(id, title, found.group(), found.all())));
        }
        return publications;
    }

    private Optional<PublishedReplay> replay(Titled publication, PrintedFigure printed) {
        Optional<ReplayFinding.Computed> computed = printed.figure().computed();
        Optional<Quantity> ours = computed.flatMap(found -> computation
                .of(found.computedBy())
                .map(quantity -> shown(quantity, found.value().unit())));
        // What should be computed and is not was reported as a problem.
        return computed.isPresent() && ours.isEmpty()
                ? Optional.empty()
                : Optional.of(new PublishedReplay(
                        publication.title(),
                        publication.group(),
                        publication.id(printed),
                        printed.cell(),
                        printed.figure(),
                        ours));
    }

    private static Quantity shown(Quantity quantity, Unit unit) {
        return quantity.unit().dimension().equals(unit.dimension()) ? new Quantity(quantity.base(), unit) : quantity;
    }
}
