package muster.cli.option;

import java.util.List;
import java.util.function.Consumer;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.scenario.ScenarioPlan;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Several scenarios with the same changes. */
public final class ScenariosOptions {
    @Parameters(
            paramLabel = "SCENARIO",
            arity = "0..*",
            description = "Ids of scenarios, or YAML files with some; default ${DEFAULT-VALUE}.")
    private List<String> scenarios;

    @Mixin
    private SettingsOption settings = new SettingsOption();

    /**
     * Several scenarios.
     *
     * @param without the scenarios where none is named
     */
    public ScenariosOptions(String... without) {
        this.scenarios = List.of(without);
    }

    /** The plans of all in order; problems are reported all at once. */
    public List<ScenarioPlan> plans(Catalog catalog, Problems problems) {
        return ScenarioPlans.of(catalog, scenarios, settings.settings(), problems);
    }

    /** Tells each plan in order; problems are reported. */
    public void each(Catalog catalog, Consumer<ScenarioPlan> told, Problems problems) {
        ScenarioPlans.each(catalog, scenarios, settings.settings(), told, problems);
    }
}
