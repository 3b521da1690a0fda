package muster.research.production;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import muster.catalog.EntryKind;
import muster.document.CatalogEntry;
import muster.document.Choice;
import muster.trace.Chain;
import muster.uncertainty.Input;

/**
 * How research comes of labour and of compute for experiments, in ratios to a laboratory. A law in the catalog is a method with its
 * constants; a scenario names it by id and may change single constants. Every published one was fitted to research into the
 * capabilities of AI, and none to research into its alignment.
 */
@Choice(by = "method")
@CatalogEntry("research-law/v1")
public sealed interface ResearchLaw permits Anchors, ConstantElasticity, FixedProportions, LabourAlone {

    /** Laws of research in the catalog. */
    EntryKind<ResearchLaw> KIND = new EntryKind<>("research-law/v1", "research-laws", ResearchLaw.class);

    /** The law that a scenario has which names none. */
    String STANDARD = "aifutures-2025-12";

    /** What none of them was fitted to. */
    String FITTED_ON =
            "all laws of research are fitted on research into capabilities and none on alignment, so that they hold there is assumed";

    /** What it is called. */
    String name();

    /** lambda, the power of the number of researchers that counts. */
    Input headsExponent();

    /** The laboratory where all ratios are 1. */
    Laboratory baseline();

    /** How progress cumulates from the rate of research, where the law says so. */
    Optional<Accumulation> accumulation();

    /** Its constants on a chain, on which this is asked once. */
    ProductionFigures on(Chain chain);

    /** Its constants where its inputs have these values. */
    Production at(ToDoubleFunction<Input> value);

    /** Its constants at their central values. */
    default Production central() {
        return at(Input::central);
    }
}
