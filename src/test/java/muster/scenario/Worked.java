package muster.scenario;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import muster.catalog.Catalog;
import muster.diagnostic.BadInput;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.scaling.TrainingPlan;
import muster.scaling.law.Law;

/** Estimates of the scenarios that come with Muster. */
public final class Worked {
    private static final Catalog SHELF = ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(), new Problems());

    // As they are built in, many tests look at the same ones; an estimate is a value. Mutation testing, which changes
    // code between tests, has to run it anew.
    private static final Map<String, Estimate> BUILT_IN = new ConcurrentHashMap<>();
    private static final boolean ANEW = Boolean.getBoolean("worked.anew");

    private Worked() {}

    /** The ids of the built-in scenarios. */
    public static SortedSet<String> ids() {
        return SHELF.ids(Scenario.KIND);
    }

    /** The ids of the built-in laws. */
    public static SortedSet<String> laws() {
        return SHELF.ids(Law.KIND);
    }

    /** The estimate of a built-in scenario with some inputs changed; throws {@link BadInput} where it has problems. */
    public static Estimate of(String scenario, String... settings) {
        return settings.length == 0 && !ANEW
                ? BUILT_IN.computeIfAbsent(scenario, id -> Estimate.of(plan(id)))
                : Estimate.of(plan(scenario, settings));
    }

    /** The value of a figure of a built-in scenario in a unit. */
    public static double value(String scenario, String figure, String unit, String... settings) {
        return of(scenario, settings)
                .quantity(figure)
                .orElseThrow(() -> new AssertionError(scenario + " has no " + figure))
                .in(unit);
    }

    /** The codes of the warnings of an estimate, in their order. */
    public static List<String> warnings(Estimate estimate) {
        return estimate.warnings().stream().map(Diagnostic::code).toList();
    }

    /** The training of a built-in scenario with some inputs changed, looked up. */
    public static TrainingPlan training(String scenario, String... settings) {
        return plan(scenario, settings).training().orElseThrow();
    }

    static ScenarioPlan plan(String scenario, String... settings) {
        Problems problems = new Problems();
        Text id = new Text(scenario, Place.argument(scenario));
        return Scenarios.plan(SHELF, id, List.of(settings), problems)
                .orElseThrow(() -> new BadInput(problems.sorted()));
    }
}
