package muster.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.fleet.FleetPlan;
import muster.fleet.stock.Holders;

/** Which scenarios side by side count some of the same chips, as a laboratory's and those of the owners that it rents from. */
public final class SharedChips {
    private SharedChips() {}

    /** A line for each such pair. */
    public static List<String> notes(List<ScenarioPlan> plans) {
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            for (int j = i + 1; j < plans.size(); j++) {
                ScenarioPlan one = plans.get(i);
                ScenarioPlan two = plans.get(j);
                shared(one, two)
                        .ifPresent(why ->
                                notes.add("%s and %s count some of the same chips, so their figures do not add: %s"
                                        .formatted(one.name(), two.name(), why)));
            }
        }
        return notes;
    }

    private static Optional<String> shared(ScenarioPlan one, ScenarioPlan two) {
        return holders(one).flatMap(first -> holders(two).flatMap(first::shares));
    }

    private static Optional<Holders> holders(ScenarioPlan plan) {
        return plan.fleet().flatMap(FleetPlan::holders);
    }
}
