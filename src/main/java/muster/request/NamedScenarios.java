package muster.request;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import muster.catalog.Catalog;
import muster.catalog.Entry;
import muster.catalog.Overlay;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.document.yaml.TextFile;
import muster.scenario.Overlays;
import muster.scenario.Scenario;
import muster.scenario.ScenarioPlan;
import muster.scenario.Scenarios;

/** Makes plans of the scenarios that a user names: ids of the catalog, or files. */
public final class NamedScenarios {
    private NamedScenarios() {}

    /**
     * The plans in order, of a file one for each scenario in it.
     *
     * @param builtIn where the scenarios and all that they name are found
     * @param arguments ids of scenarios, or YAML files
     * @param settings assignments such as {@code training.duration=90 day}, laid over each in this order
     * @param problems where problems go
     * @throws muster.diagnostic.BadInput with all problems, where there are any
     */
    public static List<ScenarioPlan> of(
            Catalog builtIn, List<String> arguments, List<String> settings, Problems problems) {
        List<ScenarioPlan> plans = new ArrayList<>();
        each(builtIn, arguments, settings, plans::add, problems);
        problems.orThrow();
        return plans;
    }

    /**
     * One plan of one scenario.
     *
     * @param builtIn where the scenario and all that it names are found
     * @param argument the id of a scenario, or a YAML file with one
     * @param settings assignments laid over it in this order
     * @param problems where problems go
     * @throws muster.diagnostic.BadInput with all problems, where there are any; that a file has several scenarios is one
     */
    public static ScenarioPlan one(Catalog builtIn, String argument, List<String> settings, Problems problems) {
        List<ScenarioPlan> plans = of(builtIn, List.of(argument), settings, problems);
        if (plans.size() != 1) {
            problems.error(
                    "several-scenarios", new Place(argument, 1, 1), "one scenario is meant, and this file has more");
        }
        problems.orThrow();
        return plans.get(0);
    }

    /** Tells each plan in order; problems are reported. */
    public static void each(
            Catalog builtIn,
            List<String> arguments,
            List<String> settings,
            Consumer<ScenarioPlan> told,
            Problems problems) {
        for (String argument : arguments) {
            if (isFile(argument)) {
                TextFile.path(argument, new Place(argument, 1, 1), problems)
                        .ifPresent(file -> inFile(builtIn, file, settings, told, problems));
            } else {
                Text id = new Text(argument, Place.argument(argument));
                Scenarios.plan(builtIn, id, settings, problems).ifPresent(told);
            }
        }
    }

    private static void inFile(
            Catalog builtIn, Path path, List<String> settings, Consumer<ScenarioPlan> told, Problems problems) {
        Overlay file = Overlay.file(path, EntryKinds.ALL, problems);
        Catalog catalog = builtIn.under(file);
        List<Entry> entries = file.all(Scenario.KIND);
        if (entries.isEmpty() && problems.none()) {
            problems.error(
                    "no-scenario",
                    new Place(path.toString(), 1, 1),
                    "there is no entry with schema: scenario/v1 in this file");
        }
        Overlays.check(catalog, file, problems);
        entries.forEach(
                entry -> Scenarios.plan(catalog, entry.id(), settings, problems).ifPresent(told));
    }

    static boolean isFile(String argument) {
        return argument.matches("(?s).*\\.ya?ml") || argument.contains("/");
    }
}
