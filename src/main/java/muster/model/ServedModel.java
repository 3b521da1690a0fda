package muster.model;

import java.util.Optional;
import muster.catalog.Shelf;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Choice;
import muster.document.In;
import muster.document.Text;
import muster.document.When;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/** Which model a scenario serves. */
@Choice
public sealed interface ServedModel {

    /** Looks the model up. */
    Optional<Size> resolve(Shelf shelf, Problems problems);

    /** Computes the parameters that a token is multiplied with. */
    @FunctionalInterface
    interface Size {
        /**
         * The active parameters.
         *
         * @param chain the run
         * @param trained the parameters of the model that the scenario trains
         */
        Figure apply(Chain chain, Optional<Figure> trained);

        /** The model, where it is one in the catalog. */
        default Optional<Architecture> architecture() {
            return Optional.empty();
        }
    }

    /** The model that the scenario trains. */
    @When(word = "trained")
    record Trained() implements ServedModel {
        @Override
        public Optional<Size> resolve(Shelf shelf, Problems problems) {
            return Optional.of((chain, trained) -> trained.orElseThrow(
                    () -> new IllegalStateException("a trained model is served and none is trained")));
        }
    }

    /**
     * A model in the catalog.
     *
     * @param id the id of a model in the catalog
     */
    @When(key = "id")
    record Existing(Text id) implements ServedModel {
        @Override
        public Optional<Size> resolve(Shelf shelf, Problems problems) {
            return shelf.bind(Architecture.KIND, id, "model", problems).map(found -> new Known(found, id.place()));
        }
    }

    /**
     * A model of the catalog, looked up.
     *
     * @param known the model
     * @param place where it is named
     */
    record Known(Architecture known, Place place) implements Size {
        @Override
        public Figure apply(Chain chain, Optional<Figure> trained) {
            chain.input(known.parameters("model.parameters", place), "N");
            return chain.input(known.activeParameters("model.active_parameters", place), "N_active");
        }

        @Override
        public Optional<Architecture> architecture() {
            return Optional.of(known);
        }
    }

    /**
     * A dense model of stated size.
     *
     * @param parameters how many parameters it has
     */
    @When(key = "parameters")
    record Stated(@In("parameter") Input parameters) implements ServedModel {
        @Override
        public Optional<Size> resolve(Shelf shelf, Problems problems) {
            return Optional.of(
                    (chain, trained) -> chain.input(parameters, "").as("model.parameters", "N", "parameter"));
        }
    }
}
