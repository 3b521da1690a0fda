package muster.cli.option;

import java.util.ArrayList;
import java.util.List;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.scenario.ScenarioPlan;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** One scenario with changes. */
public final class ScenarioOptions {
    @Parameters(
            paramLabel = "SCENARIO",
            arity = "0..1",
            description = "Id of a scenario, or a YAML file with one; default ${DEFAULT-VALUE}.")
    private String scenario;

    @Mixin
    private SettingsOption settings = new SettingsOption();

    /**
     * One scenario.
     *
     * @param without the scenario where none is named
     */
    public ScenarioOptions(String without) {
        this.scenario = without;
    }

    public String scenario() {
        return scenario;
    }

    public List<String> settings() {
        return settings.settings();
    }

    /** The plan of the scenario; problems are reported all at once, and a file with several scenarios is one. */
    public ScenarioPlan plan(Catalog catalog, Problems problems) {
        List<ScenarioPlan> plans = plans(catalog, List.of(), problems);
        if (plans.size() > 1) {
            problems.error(
                    "several-scenarios", new Place(scenario, 1, 1), "one scenario is meant, and this file has more");
        }
        problems.orThrow();
        return plans.get(0);
    }

    /** The plans of all scenarios of that name or file, with further changes. */
    public List<ScenarioPlan> plans(Catalog catalog, List<String> further, Problems problems) {
        List<String> all = new ArrayList<>(settings());
        all.addAll(further);
        return ScenarioPlans.of(catalog, List.of(scenario), all, problems);
    }
}
