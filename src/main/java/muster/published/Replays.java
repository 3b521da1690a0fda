package muster.published;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import muster.catalog.Entry;
import muster.catalog.Shelf;
import muster.diagnostic.Nearest;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Text;
import muster.scenario.Estimate;
import muster.scenario.Scenarios;
import muster.trace.Step;
import muster.unit.Quantity;
import muster.unit.Unit;

/** Replays published figures through the scenarios of a shelf, each scenario with each changes once. */
public final class Replays {
    private final Shelf shelf;
    private final Problems problems;
    private final Map<List<String>, Optional<Estimate>> estimates = new HashMap<>();

    /** Replays on a shelf. */
    public Replays(Shelf shelf, Problems problems) {
        this.shelf = shelf;
        this.problems = problems;
    }

    /** The ids of all figures, in order of publication. */
    public List<String> ids() {
        return publications().stream()
                .flatMap(publication -> publication.figures().keySet().stream())
                .toList();
    }

    /**
     * The figures that are wanted, in order of publication.
     *
     * @param group whether a group is wanted
     * @param id whether a figure is wanted
     */
    public List<Replay> of(Predicate<Group> group, Predicate<String> id) {
        List<Replay> replays = new ArrayList<>();
        publications().stream()
                .filter(publication -> group.test(publication.group()))
                .forEach(publication -> publication.figures().forEach((name, figure) -> {
                    if (id.test(name)) {
                        replay(publication, name, figure).ifPresent(replays::add);
                    }
                }));
        return replays;
    }

    private record Titled(String title, Group group, Map<String, PublishedFigure> figures) {}

    private List<Titled> publications() {
        List<Titled> publications = new ArrayList<>();
        for (String id : shelf.ids(Publication.KIND)) {
            Text text = new Text(id, Place.argument(id));
            String title = shelf.entry(Publication.KIND, text, problems)
                    .flatMap(Entry::title)
                    .orElse(id);
            shelf.get(Publication.KIND, text, problems).ifPresent(found -> {
                Map<String, PublishedFigure> figures = new LinkedHashMap<>();
                found.figures().forEach((name, figure) -> figures.put(id + "." + name, figure));
                publications.add(new Titled(title, found.group(), figures));
            });
        }
        return publications;
    }

    private Optional<Replay> replay(Titled publication, String id, PublishedFigure figure) {
        Optional<Quantity> ours = figure.computed()
                .flatMap(found -> compute(found.ours())
                        .map(quantity -> shown(quantity, found.value().unit())));
        // What should be computed and is not was reported as a problem.
        return figure.computed().isPresent() && ours.isEmpty()
                ? Optional.empty()
                : Optional.of(new Replay(publication.title(), publication.group(), id, figure, ours));
    }

    private Optional<Quantity> compute(Ours ours) {
        Optional<Quantity> value = quantity(ours.scenario(), ours.set().orElse(List.of()), ours.quantity());
        Optional<Quantity> ratio = ours.per().isEmpty()
                ? value
                : value.flatMap(above -> quantity(ours.per().get(), List.of(), ours.quantity())
                        .map(below -> new Quantity(above.base() / below.base(), Unit.ONE)));
        return ratio.map(
                quantity -> ours.during().map(time -> over(quantity, time)).orElse(quantity));
    }

    private Optional<Quantity> quantity(Text scenario, List<String> settings, String name) {
        return estimate(scenario, settings).flatMap(estimate -> {
            Optional<Quantity> quantity = estimate.quantity(name);
            if (quantity.isEmpty()) {
                Set<String> names = estimate.steps().stream().map(Step::name).collect(Collectors.toSet());
                problems.error(
                        "unknown-quantity",
                        scenario.place(),
                        "%s computes no %s.%s".formatted(scenario.value(), name, Nearest.maybe(name, names)));
            }
            return quantity;
        });
    }

    private Optional<Estimate> estimate(Text scenario, List<String> settings) {
        List<String> key = new ArrayList<>(settings);
        key.add(scenario.value());
        // Not computeIfAbsent: a scenario that is wrong is to be reported at each figure that names it.
        Optional<Estimate> known = estimates.getOrDefault(key, Optional.empty());
        if (known.isEmpty()) {
            known = Scenarios.plan(shelf, scenario, settings, problems).map(Estimate::of);
            estimates.put(key, known);
        }
        return known;
    }

    private static Quantity over(Quantity rate, Quantity time) {
        Unit unit = Unit.parse(rate.unit() + "*" + time.unit());
        return new Quantity(rate.base() * time.base(), unit);
    }

    private static Quantity shown(Quantity quantity, Unit unit) {
        return quantity.unit().dimension().equals(unit.dimension()) ? new Quantity(quantity.base(), unit) : quantity;
    }
}
