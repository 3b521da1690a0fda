package muster.view.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.chart.Axis;
import muster.chart.Bars;
import muster.fleet.chips.FleetFigures;
import muster.scenario.Estimate;
import muster.trace.TraceStep;
import muster.unit.NumberText;

/** What the peak rate of a fleet of several kinds of chip is made of, read off its own expression. */
final class FleetPicture {
    private static final String RATE = ".peak.";

    private FleetPicture() {}

    static Optional<Bars> of(Estimate estimate, List<String> notes) {
        return estimate.step(FleetFigures.PEAK).flatMap(peak -> {
            Map<String, Double> rates = rates(estimate, peak);
            return rates.size() < 2 ? Optional.empty() : Optional.of(bars(estimate, rates, notes));
        });
    }

    // The sum over chips of how many there are times the rate of each, in FLOP/s; empty where it is no such sum.
    private static Map<String, Double> rates(Estimate estimate, TraceStep peak) {
        Map<String, Double> rates = new LinkedHashMap<>();
        for (String term : peak.expression().split(" \\+ ", -1)) {
            String chip = "";
            double rate = 1;
            for (String factor : term.split(" \\* ", -1)) {
                chip = factor.contains(RATE) ? factor.substring(0, factor.indexOf(RATE)) : chip;
                rate *= estimate.quantity(factor).map(value -> value.base()).orElse(Double.NaN);
            }
            if (chip.isEmpty() || Double.isNaN(rate)) {
                return Map.of();
            }
            rates.merge(chip, rate, Double::sum);
        }
        return rates;
    }

    private static Bars bars(Estimate estimate, Map<String, Double> rates, List<String> notes) {
        double all = rates.values().stream().mapToDouble(rate -> rate).sum();
        List<Bars.Row> rows = new ArrayList<>();
        rates.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(rate -> {
                    String part = NumberText.rounded(100 * rate.getValue() / all, 2) + "%";
                    rows.add(new Bars.Row(
                            rate.getKey() + ": " + part, List.of(new Bars.Bar(0, rate.getValue(), 0, part))));
                });
        String precision = Optional.ofNullable(estimate.basis().get("precision"))
                .map(words -> ", " + words)
                .orElse("");
        return new Bars("The fleet's peak rate, by chip", Axis.linear("FLOP/s" + precision), rows, List.of(), notes);
    }
}
