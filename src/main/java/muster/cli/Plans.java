package muster.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import muster.catalog.Entry;
import muster.catalog.Overlay;
import muster.catalog.Shelf;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Text;
import muster.scenario.Overlays;
import muster.scenario.Plan;
import muster.scenario.Scenario;
import muster.scenario.Scenarios;

/** Makes plans of the scenarios that a command names: ids of the catalog, or files. */
final class Plans {
    private Plans() {}

    /** The plans in order; problems are reported, and where there are any, all at once. */
    static List<Plan> of(Shelf builtIn, List<String> arguments, List<String> settings, Problems problems) {
        List<Plan> plans = new ArrayList<>();
        each(builtIn, arguments, settings, (shelf, plan) -> plans.add(plan), problems);
        problems.orThrow();
        return plans;
    }

    /** Tells each plan in order, with the shelf that it was made from; problems are reported. */
    static void each(
            Shelf builtIn,
            List<String> arguments,
            List<String> settings,
            BiConsumer<Shelf, Plan> told,
            Problems problems) {
        for (String argument : arguments) {
            if (isFile(argument)) {
                Overlay file = Overlay.file(Path.of(argument), Kinds.ALL, problems);
                Shelf shelf = builtIn.under(file);
                List<Entry> entries = file.all(Scenario.KIND);
                if (entries.isEmpty() && problems.none()) {
                    problems.error(
                            "no-scenario",
                            new Place(argument, 1, 1),
                            "there is no entry with schema: scenario/v1 in this file");
                }
                Overlays.check(shelf, file, problems);
                entries.forEach(entry -> Scenarios.plan(shelf, entry.id(), settings, problems)
                        .ifPresent(plan -> told.accept(shelf, plan)));
            } else {
                Text id = new Text(argument, Place.argument(argument));
                Scenarios.plan(builtIn, id, settings, problems).ifPresent(plan -> told.accept(builtIn, plan));
            }
        }
    }

    private static boolean isFile(String argument) {
        return argument.matches(".*\\.ya?ml") || argument.contains("/");
    }
}
