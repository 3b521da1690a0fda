package muster.published;

import java.util.List;
import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.research.task.HorizonTrend;
import muster.research.task.ResearchTasks;
import muster.research.task.SuccessCurve;
import muster.research.task.TimeHorizon;
import muster.uncertainty.Input;
import muster.unit.Quantity;

/** What horizons and shared tasks come to. */
final class TaskReplays {
    private static final Quantity YEAR = Quantity.of(365.25, "day");

    private TaskReplays() {}

    /** The figure; nothing where too few models were measured, which is reported. */
    static Optional<Quantity> of(TaskComputation ours, Catalog catalog, Problems problems) {
        if (ours instanceof TaskComputation.Doubling doubling) {
            return doubling(doubling, catalog, problems);
        }
        return Optional.of(Quantity.of(number(ours), "1"));
    }

    private static double number(TaskComputation ours) {
        if (ours instanceof TaskComputation.YearlyGrowth growth) {
            return StrictMath.pow(2, YEAR.base() / growth.doublesEvery().central());
        }
        if (ours instanceof TaskComputation.HazardLength length) {
            return SuccessCurve.hazardLength(length.hazardLengthAt().central());
        }
        if (ours instanceof TaskComputation.LabourLimit limit) {
            return ResearchTasks.limit(limit.labourLimitAt().central(), exponent(limit.substitution()));
        }
        TaskComputation.PartOfUplift part = (TaskComputation.PartOfUplift) ours;
        return ResearchTasks.partOf(part.partOfUplift().central(), exponent(part.substitution()));
    }

    private static double exponent(Optional<Input> substitution) {
        return substitution.map(Input::central).orElse(Double.NEGATIVE_INFINITY);
    }

    private static Optional<Quantity> doubling(TaskComputation.Doubling ours, Catalog catalog, Problems problems) {
        List<TimeHorizon> measured = catalog.ids(TimeHorizon.KIND).stream()
                .flatMap(id -> catalog.get(TimeHorizon.KIND, new Text(id, Place.argument(id)), problems).stream())
                .filter(horizon ->
                        horizon.suite().filter(TimeHorizon.METR::equals).isPresent())
                .toList();
        Optional<HorizonTrend> trend = HorizonTrend.of(
                measured,
                ours.horizonDoubling(),
                ours.since(),
                ours.upTo().map(Input::central).orElse(Double.POSITIVE_INFINITY),
                ours.levelOn().orElse(ours.since()));
        if (trend.isEmpty()) {
            problems.error(
                    "too-few-runs",
                    ours.upTo().map(Input::place).orElseGet(() -> Place.argument("horizon_doubling")),
                    "a line needs two records of the horizon, and there are fewer since %s".formatted(ours.since()));
        }
        return trend.map(
                line -> ours.levelOn().isPresent() ? Quantity.of(line.level(), "s") : Quantity.of(line.days(), "day"));
    }
}
