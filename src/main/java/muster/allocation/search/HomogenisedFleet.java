package muster.allocation.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import muster.allocation.problem.ChipStock;
import muster.allocation.problem.EfficientServings;
import muster.allocation.problem.Schedule;
import muster.allocation.problem.ServingOption;
import muster.allocation.problem.Situation;
import muster.allocation.problem.TrainingJob;

/**
 * A homogenised fleet, in which all chips are alike: in each period there is one thing, the fleet, and a part of it that
 * trains is that part of every type of chip. Types that cannot train then idle in that part.
 */
final class HomogenisedFleet {
    private HomogenisedFleet() {}

    static Situation of(Situation seen) {
        List<ChipStock> stocks = new ArrayList<>();
        List<ServingOption> servings = new ArrayList<>();
        Map<String, Map<String, Double>> rates = new LinkedHashMap<>();
        Map<String, Double> h100e = new LinkedHashMap<>();
        Map<String, Situation> byModel = byModel(seen);
        // Periods with the same chips have the same fleet.
        Map<List<Double>, List<Integer>> fleets = new LinkedHashMap<>();
        for (int period = 0; period < seen.periods(); period++) {
            fleets.computeIfAbsent(counts(seen, period), same -> new ArrayList<>())
                    .add(period);
        }
        fleets.values().forEach(periods -> {
            int period = periods.get(0);
            String fleet = "fleet." + (period + 1);
            stocks.add(stock(seen, fleet, periods));
            h100e.put(fleet, seen.mostH100e(period));
            servings.addAll(servings(seen, byModel, fleet, period));
            for (TrainingJob job : seen.jobs()) {
                double rate = seen.stocks().stream()
                        .mapToDouble(stock -> stock.count(period) * job.rate(stock.chip()))
                        .sum();
                rates.computeIfAbsent(job.id(), id -> new LinkedHashMap<>()).put(fleet, rate);
            }
        });
        List<TrainingJob> jobs = seen.jobs().stream()
                .map(job -> new TrainingJob(
                        job.id(),
                        job.workFlop(),
                        job.mostFlopPerSecond(),
                        job.after(),
                        rates.getOrDefault(job.id(), Map.of())))
                .toList();
        Situation fleet = new Situation(
                seen.periods(),
                seen.periodSeconds(),
                stocks,
                seen.existing(),
                jobs,
                seen.rivals(),
                servings,
                seen.limits(),
                seen.returns(),
                seen.requirement());
        return seen.research().map(law -> fleet.under(law.on(h100e))).orElse(fleet);
    }

    private static List<Double> counts(Situation seen, int period) {
        return seen.stocks().stream().map(stock -> stock.count(period)).toList();
    }

    private static ChipStock stock(Situation seen, String fleet, List<Integer> periods) {
        double peak = 0;
        double power = 0;
        double cost = 0;
        for (ChipStock stock : seen.stocks()) {
            double count = stock.count(periods.get(0));
            peak += count * stock.peakFlopPerSecond();
            power += count * stock.powerWatts();
            cost += count * stock.costUsdPerSecond();
        }
        List<Double> counts = new ArrayList<>(Collections.nCopies(seen.periods(), 0.0));
        periods.forEach(period -> counts.set(period, 1.0));
        return new ChipStock(fleet, counts, peak, power, cost);
    }

    // Each type of chip serves a model in the way that is worth most on it.
    private static List<ServingOption> servings(
            Situation seen, Map<String, Situation> byModel, String fleet, int period) {
        List<ServingOption> servings = new ArrayList<>();
        byModel.forEach((model, only) -> {
            Schedule ready = Schedule.NOTHING.with(model, 0);
            double heads = 0;
            double equivalents = 0;
            for (ChipStock stock : seen.stocks()) {
                EfficientServings.Best best = EfficientServings.best(only, ready, stock.chip(), period);
                heads += stock.count(period) * best.headsPerChip();
                equivalents += stock.count(period) * best.equivalentsPerChip();
            }
            if (heads > 0) {
                double speedup = Math.pow(equivalents / heads, seen.returns().exponent());
                servings.add(new ServingOption(model, model, fleet, heads, speedup));
            }
        });
        return servings;
    }

    // The same where one model is served and no other.
    private static Map<String, Situation> byModel(Situation seen) {
        Map<String, List<ServingOption>> servings = seen.servings().stream()
                .collect(Collectors.groupingBy(ServingOption::model, LinkedHashMap::new, Collectors.toList()));
        Map<String, Situation> byModel = new LinkedHashMap<>();
        servings.forEach((model, only) -> byModel.put(
                model,
                new Situation(
                        seen.periods(),
                        seen.periodSeconds(),
                        seen.stocks(),
                        List.of(),
                        seen.jobs(),
                        seen.rivals(),
                        only,
                        seen.limits(),
                        seen.returns(),
                        seen.requirement())));
        return byModel;
    }
}
