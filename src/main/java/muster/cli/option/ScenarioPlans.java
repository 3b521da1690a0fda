package muster.cli.option;

import java.util.List;
import java.util.function.Consumer;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.request.NamedScenarios;
import muster.scenario.ScenarioPlan;

/** The scenarios that a command names. */
final class ScenarioPlans {
    private ScenarioPlans() {}

    static List<ScenarioPlan> of(Catalog builtIn, List<String> arguments, List<String> settings, Problems problems) {
        return NamedScenarios.of(builtIn, arguments, settings, problems);
    }

    static void each(
            Catalog builtIn,
            List<String> arguments,
            List<String> settings,
            Consumer<ScenarioPlan> told,
            Problems problems) {
        NamedScenarios.each(builtIn, arguments, settings, told, problems);
    }
}
