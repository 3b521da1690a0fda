package muster.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.scenario.ComparisonRequest;
import muster.scenario.ComparisonResult;
import muster.scenario.ScenarioCatalog;
import muster.scenario.ScenarioPlan;
import muster.scenario.Scenarios;
import muster.scenario.TechniqueRunner;
import muster.technique.comparison.ComparisonRow;
import muster.technique.comparison.DesignRange;
import muster.technique.comparison.RangePoint;
import muster.unit.NumberText;

/** Gains at equal total budget over the required speed, in the scenarios that are compared by default. */
final class CompareTable {
    private static final List<String> SCENARIOS = List.of("compare-moe-2026", "essay-2023-measured");
    private static final List<String> TECHNIQUES = List.of("fp8", "fp4", "distill", "over-train", "moe", "speculate");
    private static final List<Double> SPEEDS = List.of(1.0, 5.0, 10.0, 20.0, 50.0);
    private static final int DIGITS = 3;

    private CompareTable() {}

    static PageTable budgetGains() {
        List<String> head = new ArrayList<>(List.of("scenario", "technique"));
        SPEEDS.forEach(speed -> head.add(NumberText.exact(speed) + " token/s"));
        List<List<String>> rows = new ArrayList<>();
        for (String scenario : SCENARIOS) {
            ComparisonResult compared = compared(scenario);
            for (ComparisonRow row : compared.comparison().alone()) {
                List<String> cells = new ArrayList<>(
                        List.of("`" + scenario + "`", "`" + row.name() + "`" + (row.inBase() ? ", in the base" : "")));
                SPEEDS.forEach(speed -> cells.add(cell(compared, row, speed)));
                rows.add(cells);
            }
        }
        return new PageTable(head, rows);
    }

    private static ComparisonResult compared(String scenario) {
        Problems problems = new Problems();
        Catalog catalog = ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(), problems);
        Optional<ScenarioPlan> plan = Scenarios.plan(catalog, text(scenario), List.of(), problems);
        Optional<ComparisonResult> compared = plan.flatMap(found -> TechniqueRunner.compare(
                found,
                ComparisonRequest.of(TECHNIQUES.stream().map(CompareTable::text).toList()),
                problems));
        problems.orThrow();
        return compared.orElseThrow();
    }

    private static Text text(String id) {
        return new Text(id, Place.argument(id));
    }

    private static String cell(ComparisonResult compared, ComparisonRow row, double speed) {
        Optional<RangePoint> spot = compared.surroundings().stream()
                .filter(around -> around.row().equals(row))
                .map(DesignRange::bySpeed)
                .flatMap(List::stream)
                .filter(at -> at.serialSpeed() == speed)
                .findFirst();
        if (spot.isEmpty()) {
            return "no law";
        }
        return spot.get().baseThroughput() > 0
                ? spot.get().budgetGain().isPresent()
                        ? NumberText.rounded(spot.get().budgetGain().getAsDouble(), DIGITS) + "x"
                        : "too slow"
                : spot.get().throughput() > 0 ? "base too slow" : "both too slow";
    }
}
