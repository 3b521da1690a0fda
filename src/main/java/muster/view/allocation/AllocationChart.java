package muster.view.allocation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.allocation.problem.Activity;
import muster.allocation.problem.Assignment;
import muster.allocation.problem.ChipStock;
import muster.allocation.problem.Situation;
import muster.allocation.search.OptimalPlan;
import muster.chart.Axis;
import muster.chart.Chart;
import muster.chart.ChartSeries;
import muster.chart.Scale;

/** What the compute of a fleet does, period by period, as stacked areas: chips weighed by their dense peak rate. */
public final class AllocationChart {
    private static final double EXA = 1e18;
    // More layers than these could not be told apart; then chips are not, and only models are.
    private static final int LAYERS = 8;

    private AllocationChart() {}

    /** The chart as SVG. */
    public static String svg(AllocationResult result, OptimalPlan plan) {
        Situation situation = result.allocated().situation();
        Map<String, List<Double>> layers = layers(situation, plan, true);
        if (layers.size() > LAYERS) {
            layers = layers(situation, plan, false);
        }
        List<Double> x = new ArrayList<>();
        for (int period = 0; period < situation.periods(); period++) {
            x.add((double) period);
            x.add(period + 1.0);
        }
        return new Chart(
                        "What the fleet of %s does".formatted(result.estimate().scenario()),
                        new Axis(
                                "periods of "
                                        + result.section().section().period().value(),
                                Scale.LINEAR),
                        new Axis("dense peak rate, EFLOP/s", Scale.LINEAR),
                        ChartSeries.stack(List.copyOf(layers.keySet()), x, List.copyOf(layers.values())),
                        List.of(plan.schedule().toString()))
                .svg();
    }

    // What trains lies at the bottom.
    private static Map<String, List<Double>> layers(Situation situation, OptimalPlan plan, boolean byChip) {
        Map<String, List<Double>> layers = new LinkedHashMap<>();
        for (Class<? extends Activity> kind :
                List.of(Activity.Train.class, Activity.Experiment.class, Activity.Serve.class)) {
            for (ChipStock stock : situation.stocks()) {
                plan.assignments().stream()
                        .filter(each -> each.chip().equals(stock.chip()) && kind.isInstance(each.activity()))
                        .forEach(each -> add(situation, layers, stock, each, byChip));
            }
        }
        return layers;
    }

    // Steps: a period keeps its height from its beginning to its end.
    private static void add(
            Situation situation, Map<String, List<Double>> layers, ChipStock stock, Assignment each, boolean byChip) {
        String does = Activities.verb(each.activity()) + " " + each.activity().model();
        List<Double> layer = layers.computeIfAbsent(
                byChip ? stock.chip() + " " + does : does,
                name -> new ArrayList<>(Collections.nCopies(2 * situation.periods(), 0.0)));
        for (int side = 2 * each.period(); side < 2 * each.period() + 2; side++) {
            layer.set(side, layer.get(side) + each.chips() * stock.peakFlopPerSecond() / EXA);
        }
    }
}
