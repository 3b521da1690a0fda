package muster.model;

import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Choice;
import muster.document.In;
import muster.document.Inline;
import muster.document.When;
import muster.document.yaml.Text;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/** Which model a scenario serves. */
@Choice
public sealed interface ServedModel permits ServedModel.Trained, ServedModel.Existing, ServedModel.Stated {

    /** Looks the model up. */
    Optional<Size> resolve(Catalog catalog, Problems problems);

    /**
     * The size of a model in a run.
     *
     * @param all all parameters
     * @param active those that a token is multiplied with
     */
    record Parameters(Figure all, Figure active) {
        /** At the central values, or in the first draw. */
        public ModelSize size() {
            return new ModelSize(
                    new TotalParameters(all.central("parameter").base()),
                    new ActiveParameters(active.central("parameter").base()));
        }
    }

    /** Computes the size of the model. */
    @FunctionalInterface
    interface Size {
        /**
         * Its parameters.
         *
         * @param chain the run
         * @param trained those of the model that the scenario trains
         */
        Parameters apply(Chain chain, Optional<Parameters> trained);

        /** The model, where it is one in the catalog. */
        default Optional<Architecture> architecture() {
            return Optional.empty();
        }

        /** How much training it had, where it was there already. */
        default PriorTraining training() {
            return PriorTraining.UNSAID;
        }
    }

    /** The model that the scenario trains. */
    @When(word = "trained")
    record Trained() implements ServedModel {
        @Override
        public Optional<Size> resolve(Catalog catalog, Problems problems) {
            return Optional.of((chain, trained) -> trained.orElseThrow(
                    () -> new IllegalStateException("a trained model is served and none is trained")));
        }
    }

    /**
     * A model in the catalog.
     *
     * @param id the id of a model in the catalog
     * @param training how much training it had, where that is to be another than the catalog states
     */
    @When(key = "id")
    record Existing(Text id, @Inline PriorTraining training) implements ServedModel {
        @Override
        public Optional<Size> resolve(Catalog catalog, Problems problems) {
            return catalog.bind(Architecture.KIND, id, "model", problems)
                    .map(found -> new Known(found, id.place(), training.or(found.training())));
        }
    }

    /**
     * A model of the catalog, looked up.
     *
     * @param known the model
     * @param place where it is named
     * @param training how much training it had
     */
    record Known(Architecture known, Place place, PriorTraining training) implements Size {
        @Override
        public Parameters apply(Chain chain, Optional<Parameters> trained) {
            known.caution().ifPresent(words -> chain.warn("model-caution", place, words));
            return new Parameters(
                    chain.input(known.parameters(ModelFigures.PARAMETERS, place), "N"),
                    chain.input(known.activeParameters(ModelFigures.ACTIVE_PARAMETERS, place), "N_active"));
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
     * @param training how much training it had
     */
    @When(key = "parameters")
    record Stated(@In("parameter") Input parameters, @Inline PriorTraining training) implements ServedModel, Size {
        public Stated {
            training.check(parameters.central());
        }

        @Override
        public Optional<Size> resolve(Catalog catalog, Problems problems) {
            return Optional.of(this);
        }

        @Override
        public Parameters apply(Chain chain, Optional<Parameters> trained) {
            Figure all = chain.input(parameters, "").as(ModelFigures.PARAMETERS, "N", "parameter");
            return new Parameters(all, all);
        }
    }
}
