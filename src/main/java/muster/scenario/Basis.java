package muster.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import muster.fleet.FleetShare;
import muster.uncertainty.Input;

/** What the figures of an estimate rest on, to be shown beside them. */
final class Basis {
    private Basis() {}

    /** Scope, precision, exchange rate and calendar of a plan, as far as it has them. */
    static Map<String, String> of(Plan plan) {
        Map<String, String> basis = new LinkedHashMap<>();
        plan.scenario().fleet().ifPresent(fleet -> fleet(fleet, basis));
        plan.scenario().workforce().ifPresent(workforce -> {
            basis.put("exchange-rate", "%s, %s".formatted(shown(workforce.tokensPerResearcherSecond()), shown(workforce.streams())));
            basis.put("calendar", "humans work %s, AIs %s; a month is 30 days"
                    .formatted(shown(workforce.calendar().human()), shown(workforce.calendar().ai())));
        });
        return basis;
    }

    private static void fleet(FleetShare fleet, Map<String, String> basis) {
        basis.put("scope", "%s of the chips of: %s".formatted(shown(fleet.share()), fleet.scope()));
        basis.put("precision", "%s, dense".formatted(fleet.source().precision()));
    }

    private static String shown(Input input) {
        return input.value().central().toString();
    }
}
