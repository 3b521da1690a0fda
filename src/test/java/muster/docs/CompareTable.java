package muster.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.catalog.Shelf;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Text;
import muster.scenario.Catalog;
import muster.scenario.Compared;
import muster.scenario.Comparing;
import muster.scenario.Plan;
import muster.scenario.Scenarios;
import muster.scenario.Techniques;
import muster.technique.Row;
import muster.technique.Spot;
import muster.technique.Surroundings;
import muster.unit.Numbers;

/** Gains at equal total budget over the required speed, in the scenarios that are compared by default. */
final class CompareTable {
    private static final List<String> SCENARIOS = List.of("compare-moe-2026", "essay-2023-measured");
    private static final List<String> TECHNIQUES = List.of("fp8", "fp4", "distill", "over-train", "moe", "speculate");
    private static final List<Double> SPEEDS = List.of(1.0, 5.0, 10.0, 20.0, 50.0);
    private static final int DIGITS = 3;

    private CompareTable() {}

    static Table budgetGains() {
        List<String> head = new ArrayList<>(List.of("scenario", "technique"));
        SPEEDS.forEach(speed -> head.add(Numbers.exact(speed) + " token/s"));
        List<List<String>> rows = new ArrayList<>();
        for (String scenario : SCENARIOS) {
            Compared compared = compared(scenario);
            for (Row row : compared.comparison().alone()) {
                List<String> cells = new ArrayList<>(
                        List.of("`" + scenario + "`", "`" + row.name() + "`" + (row.held() ? ", in the base" : "")));
                SPEEDS.forEach(speed -> cells.add(cell(compared, row, speed)));
                rows.add(cells);
            }
        }
        return new Table(head, rows);
    }

    private static Compared compared(String scenario) {
        Problems problems = new Problems();
        Shelf shelf = Catalog.shelf(Catalog.KINDS, List.of(), problems);
        Optional<Plan> plan = Scenarios.plan(shelf, text(scenario), List.of(), problems);
        Optional<Compared> compared = plan.flatMap(found -> Techniques.compare(
                found,
                shelf,
                Comparing.of(TECHNIQUES.stream().map(CompareTable::text).toList()),
                problems));
        problems.orThrow();
        return compared.orElseThrow();
    }

    private static Text text(String id) {
        return new Text(id, Place.argument(id));
    }

    private static String cell(Compared compared, Row row, double speed) {
        Optional<Spot> spot = compared.surroundings().stream()
                .filter(around -> around.row().equals(row))
                .map(Surroundings::bySpeed)
                .flatMap(List::stream)
                .filter(at -> at.serialSpeed() == speed)
                .findFirst();
        if (spot.isEmpty()) {
            return "no law";
        }
        return spot.get().baseThroughput() > 0
                ? spot.get().budgetGain().isPresent()
                        ? Numbers.rounded(spot.get().budgetGain().getAsDouble(), DIGITS) + "x"
                        : "too slow"
                : spot.get().throughput() > 0 ? "base too slow" : "both too slow";
    }
}
