package muster.scaling;

import java.util.Optional;
import muster.catalog.Kind;
import muster.document.Choice;
import muster.document.FromShelf;
import muster.trace.Chain;
import muster.trace.Figure;

/**
 * A rule that says how many parameters and tokens a training compute is best spent on. A law in the catalog is a method
 * with its constants; a scenario names it by id and may change single constants.
 */
@Choice(by = "method")
@FromShelf("law/v1")
public sealed interface Law permits TokensPerParameter, Chinchilla, Horizon {

    /** Laws in the catalog. */
    Kind<Law> KIND = new Kind<>("law/v1", "laws", Law.class);

    /**
     * Sizes a model; records {@code model.parameters} and {@code model.tokens}.
     *
     * @param chain the run
     * @param compute the training compute, in FLOP
     */
    Sized apply(Chain chain, Figure compute);

    /** Where the law was fitted, where that is known. */
    Optional<Domain> domain();
}
