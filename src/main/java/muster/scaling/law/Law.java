package muster.scaling.law;

import java.util.Optional;
import muster.catalog.EntryKind;
import muster.diagnostic.Place;
import muster.document.CatalogEntry;
import muster.document.Choice;
import muster.scaling.loss.LossSurface;
import muster.scaling.loss.Optimum;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.sampling.SampleBatch;

/**
 * A rule that says how many parameters and tokens a training compute is best spent on. A law in the catalog is a method
 * with its constants; a scenario names it by id and may change single constants.
 */
@Choice(by = "method")
@CatalogEntry("law/v1")
public sealed interface Law
        permits TokensPerParameter, Horizon, SizePower, TokenPower, LossLaw, WithoutEmbedding, DataConstrained {

    /** Laws in the catalog. */
    EntryKind<Law> KIND = new EntryKind<>("law/v1", "laws", Law.class);

    /** Where the figures of the model that is trained stand. */
    String MODEL = "model.";

    /**
     * Sizes a model; records its {@code parameters} and {@code tokens}, and its {@code loss} where the law tells it.
     *
     * @param chain the run
     * @param compute the training compute, in FLOP
     * @param under what the names of these figures begin with, as {@link #MODEL}
     */
    ComputeOptimal apply(Chain chain, Figure compute, String under);

    /** Where the law was fitted, where that is known. */
    Optional<FitDomain> domain();

    /** Its loss on a chain, where questions of size can be put to it. */
    default Optional<Surface> surface(Chain chain) {
        return Optional.empty();
    }

    /** Records what else the law tells of a model whose loss it told. */
    default void tell(Chain chain, Figure loss, String under) {}

    /** Warns where the law says of a model what cannot be. */
    default void doubt(Chain chain, ComputeOptimal sized, Place place) {}

    /** Why questions of size cannot be put to it; empty where they can. */
    default Optional<String> unsizable() {
        return Optional.of("this law tells no loss that another model could be held to. Maybe besiroglu?");
    }

    /** Whether the parameters of the law leave out the embedding. */
    default boolean outsideEmbedding() {
        return false;
    }

    /** Whether the models of the law have experts, of which a token activates some. */
    default boolean routed() {
        return false;
    }

    /** The loss at the central values of the constants, where the law has one. */
    default Optional<LossSurface> loss() {
        return Optional.empty();
    }

    /**
     * The model of a training compute, at the central values.
     *
     * @param flop the compute, in FLOP
     */
    default Optimum best(double flop) {
        Chain chain = new Chain(SampleBatch.central());
        ComputeOptimal sized = apply(chain, chain.number(flop).times(CountedUnits.flop(chain)), MODEL);
        return new Optimum(
                sized.parameters().central("parameter").base(),
                sized.tokens().central("token").base(),
                sized.loss().map(loss -> loss.central("nat/token").base()).orElse(Double.NaN));
    }
}
