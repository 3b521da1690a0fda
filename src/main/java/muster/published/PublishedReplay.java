package muster.published;

import java.util.Optional;
import java.util.OptionalDouble;
import muster.uncertainty.Source;
import muster.unit.Quantity;

/**
 * A published figure beside ours.
 *
 * @param publication the title of the publication
 * @param group what the publication is about
 * @param id id of the publication and name of the figure, as {@code davidson-sheet.copies}
 * @param cell which cell of a table it is
 * @param figure the figure as published
 * @param ours our value, in the published unit where it has that dimension; nothing where Muster computes none
 */
public record PublishedReplay(
        String publication,
        PublicationTopic group,
        String id,
        Optional<TableCell> cell,
        PublishedFigure figure,
        Optional<Quantity> ours) {

    /** Our value over the published one less one; nothing where there is none of ours or the units do not even agree. */
    public OptionalDouble deviation() {
        Optional<Quantity> published = figure.computed().map(ReplayFinding.Computed::value);
        return ours.isPresent()
                        && published.isPresent()
                        && ours.get()
                                .unit()
                                .dimension()
                                .equals(published.get().unit().dimension())
                ? OptionalDouble.of(ours.get().base() / published.get().base() - 1)
                : OptionalDouble.empty();
    }

    /** Whether ours agrees with the published value within the tolerance. */
    public boolean agrees() {
        return figure.computed()
                .map(found -> found.tolerance().value().distribution().central())
                .filter(tolerance ->
                        deviation().isPresent() && Math.abs(deviation().getAsDouble()) <= tolerance)
                .isPresent();
    }

    /** Whether the verdict is borne out: what is called reproduced agrees, and what is called wrong does not. */
    public boolean holds() {
        return figure.computed().map(found -> found.verdict().holds(agrees())).orElse(true);
    }

    /** The verdict in a word. */
    public String verdict() {
        return figure.computed().map(found -> found.verdict().toString()).orElse("not-computable");
    }

    /** The source as one would cite it, with a label where it was not read. */
    public String source() {
        return figure.published().source().map(Source::citation).orElse("");
    }
}
