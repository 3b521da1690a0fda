package muster.cli;

import java.util.List;
import java.util.function.BiConsumer;
import muster.catalog.Shelf;
import muster.diagnostic.Problems;
import muster.scenario.Plan;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Several scenarios with the same changes. */
final class ScenariosOptions {
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
    ScenariosOptions(String... without) {
        this.scenarios = List.of(without);
    }

    /** The plans of all in order; problems are reported all at once. */
    List<Plan> plans(Shelf shelf, Problems problems) {
        return Plans.of(shelf, scenarios, settings.settings(), problems);
    }

    /** Tells each plan in order, with the catalog that it was made from; problems are reported. */
    void each(Shelf shelf, BiConsumer<Shelf, Plan> told, Problems problems) {
        Plans.each(shelf, scenarios, settings.settings(), told, problems);
    }
}
