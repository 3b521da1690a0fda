package muster.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
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

/**
 * A published figure beside ours.
 *
 * @param publication the title of the publication
 * @param id id of the publication and name of the figure, as {@code davidson-sheet.copies}
 * @param figure the figure as published
 * @param ours our value, in the published unit where it has that dimension
 */
public record Replay(String publication, String id, PublishedFigure figure, Quantity ours) {

    /** Our value over the published one less one; nothing where the units do not even agree. */
    public OptionalDouble deviation() {
        Quantity published = figure.value();
        return ours.unit().dimension().equals(published.unit().dimension())
                ? OptionalDouble.of(ours.base() / published.base() - 1)
                : OptionalDouble.empty();
    }

    /** Whether ours agrees with the published value within the tolerance. */
    public boolean agrees() {
        double tolerance = figure.tolerance().value().distribution().central();
        return deviation().isPresent() && Math.abs(deviation().getAsDouble()) <= tolerance;
    }

    /** Whether the verdict is borne out: what is called reproduced agrees, and what is called wrong does not. */
    public boolean holds() {
        return figure.verdict().agrees() == agrees();
    }

    /** Replays every figure on a shelf, in order of publication. */
    public static List<Replay> all(Shelf shelf, Problems problems) {
        List<Replay> replays = new ArrayList<>();
        for (String id : shelf.ids(Publication.KIND)) {
            Text text = new Text(id, Place.argument(id));
            String title = shelf.entry(Publication.KIND, text, problems)
                    .flatMap(Entry::title)
                    .orElse(id);
            shelf.get(Publication.KIND, text, problems)
                    .ifPresent(publication -> publication
                            .figures()
                            .forEach((name, figure) -> compute(shelf, figure, problems)
                                    .ifPresent(ours -> replays.add(new Replay(title, id + "." + name, figure, ours)))));
        }
        return replays;
    }

    private static Optional<Quantity> compute(Shelf shelf, PublishedFigure figure, Problems problems) {
        Ours ours = figure.ours();
        Optional<Quantity> value = quantity(shelf, ours.scenario(), ours.set().orElse(List.of()), ours, problems);
        Optional<Quantity> ratio = ours.per().isEmpty()
                ? value
                : value.flatMap(above -> quantity(shelf, ours.per().get(), List.of(), ours, problems)
                        .map(below -> new Quantity(above.base() / below.base(), Unit.ONE)));
        return ratio.map(quantity ->
                        ours.during().map(time -> over(quantity, time)).orElse(quantity))
                .map(quantity -> shown(quantity, figure.value().unit()));
    }

    private static Optional<Quantity> quantity(
            Shelf shelf, Text scenario, List<String> settings, Ours ours, Problems problems) {
        return Scenarios.plan(shelf, scenario, settings, problems).flatMap(plan -> {
            Estimate estimate = Estimate.of(plan);
            Optional<Quantity> quantity = estimate.quantity(ours.quantity());
            if (quantity.isEmpty()) {
                Set<String> names = estimate.steps().stream().map(Step::name).collect(Collectors.toSet());
                problems.error(
                        "unknown-quantity",
                        scenario.place(),
                        "%s computes no %s.%s"
                                .formatted(scenario.value(), ours.quantity(), Nearest.maybe(ours.quantity(), names)));
            }
            return quantity;
        });
    }

    private static Quantity over(Quantity rate, Quantity time) {
        Unit unit = Unit.parse(rate.unit() + "*" + time.unit());
        return new Quantity(rate.base() * time.base(), unit);
    }

    private static Quantity shown(Quantity quantity, Unit unit) {
        return quantity.unit().dimension().equals(unit.dimension()) ? new Quantity(quantity.base(), unit) : quantity;
    }
}
