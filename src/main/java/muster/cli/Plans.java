package muster.cli;

import java.util.List;
import java.util.function.BiConsumer;
import muster.catalog.Shelf;
import muster.diagnostic.Problems;
import muster.request.NamedScenarios;
import muster.scenario.Plan;

/** The scenarios that a command names. */
final class Plans {
    private Plans() {}

    static List<Plan> of(Shelf builtIn, List<String> arguments, List<String> settings, Problems problems) {
        return NamedScenarios.of(builtIn, arguments, settings, problems);
    }

    static void each(
            Shelf builtIn,
            List<String> arguments,
            List<String> settings,
            BiConsumer<Shelf, Plan> told,
            Problems problems) {
        NamedScenarios.each(builtIn, arguments, settings, told, problems);
    }
}
