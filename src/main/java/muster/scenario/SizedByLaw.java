package muster.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.catalog.Catalog;
import muster.catalog.Entry;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.model.ModelFigures;
import muster.scaling.Training;
import muster.scaling.law.Law;
import muster.scaling.law.TrainingFigures;
import muster.uncertainty.sampling.Sampling;
import muster.unit.Quantity;

/**
 * A scenario whose model is sized by one of the laws.
 *
 * @param id the id of the law
 * @param title what the law is
 * @param law the law with the changes of the scenario
 * @param estimate the estimate of the scenario
 */
public record SizedByLaw(String id, String title, Law law, Estimate estimate) {
    /** The law that sizes where nobody says another. */
    public static final String DEFAULT = "besiroglu";

    /**
     * A scenario under a law.
     *
     * @param catalog where all is found
     * @param scenario the id of the scenario, where it is named
     * @param settings changes to the scenario, beside the law
     * @param law the id of the law
     * @param sampling how to sample, where it is wanted
     * @param problems where problems go
     */
    static Optional<SizedByLaw> of(
            Catalog catalog,
            Text scenario,
            List<String> settings,
            Text law,
            Optional<Sampling> sampling,
            Problems problems) {
        Optional<Entry> entry = catalog.entry(Law.KIND, law, problems);
        List<String> all = new ArrayList<>(List.of("training.law=" + law.value()));
        all.addAll(settings);
        return entry.flatMap(found -> Scenarios.plan(catalog, scenario, all, problems))
                .map(plan -> new SizedByLaw(
                        law.value(),
                        entry.flatMap(Entry::title).orElse(""),
                        plan.scenario().training().map(Training::law).orElseThrow(),
                        Estimate.of(plan, sampling)));
    }

    /** The ids of every law in a catalog, the default first. */
    public static List<Text> everyLaw(Catalog catalog) {
        List<Text> ids = new ArrayList<>(List.of(text(DEFAULT)));
        catalog.ids(Law.KIND).stream()
                .filter(id -> !id.equals(DEFAULT))
                .map(SizedByLaw::text)
                .forEach(ids::add);
        return ids;
    }

    private static Text text(String id) {
        return new Text(id, Place.argument(id));
    }

    /** The value of a figure in base units; nothing where the law does not tell it. */
    public OptionalDouble value(String figure) {
        return estimate.quantity(figure)
                .map(Quantity::base)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    /** The training compute, in FLOP. */
    public double flop() {
        return value(TrainingFigures.COMPUTE).orElseThrow();
    }

    /** Parameters of the model. */
    public double parameters() {
        return value(ModelFigures.PARAMETERS).orElseThrow();
    }

    /** Tokens that it is trained on. */
    public double tokens() {
        return value(ModelFigures.TOKENS).orElseThrow();
    }

    /**
     * How many times outside what the law was fitted on the model, or the dense one in whose place it stands, lies; 1 within,
     * nothing where no source tells the fit.
     */
    public OptionalDouble farthest() {
        return law.domain()
                .map(domain -> OptionalDouble.of(domain.farthest(
                        value(TrainingFigures.DENSE_PARAMETERS).orElseGet(this::parameters), tokens(), flop())))
                .orElse(OptionalDouble.empty());
    }

    /** Whether the law says what cannot be. */
    public boolean cannotHold() {
        return estimate.warnings().stream().anyMatch(warning -> warning.code().equals("law-cannot-hold"));
    }

    /** How far the model, or the dense one in whose place it stands, lies outside what the law was fitted on, in short. */
    public List<String> outside() {
        return law.domain()
                .map(domain -> domain.outside(
                        value(TrainingFigures.DENSE_PARAMETERS).orElseGet(this::parameters), tokens(), flop()))
                .orElse(List.of());
    }
}
