package muster.allocation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A fleet seen by someone to whom all chips are alike: in each period there is one thing, the fleet, and a part of it that
 * trains is that part of every type of chip. Types that cannot train then idle in that part.
 */
final class Blind {
    private Blind() {}

    static Situation of(Situation seen) {
        List<Stock> stocks = new ArrayList<>();
        List<Serving> servings = new ArrayList<>();
        Map<String, Map<String, Double>> rates = new LinkedHashMap<>();
        for (int period = 0; period < seen.periods(); period++) {
            String fleet = Formulation.name("fleet", period);
            stocks.add(stock(seen, fleet, period));
            servings.addAll(servings(seen, fleet, period));
            for (Job job : seen.jobs()) {
                double rate = 0;
                for (Stock stock : seen.stocks()) {
                    rate += stock.count(period) * job.rate(stock.chip());
                }
                rates.computeIfAbsent(job.id(), id -> new LinkedHashMap<>()).put(fleet, rate);
            }
        }
        List<Job> jobs = seen.jobs().stream()
                .map(job -> new Job(
                        job.id(),
                        job.workFlop(),
                        job.mostFlopPerSecond(),
                        job.after(),
                        rates.getOrDefault(job.id(), Map.of())))
                .toList();
        return new Situation(
                seen.periods(),
                seen.periodSeconds(),
                stocks,
                seen.existing(),
                jobs,
                seen.exclusive(),
                servings,
                seen.limits(),
                seen.returns(),
                seen.requirement());
    }

    private static Stock stock(Situation seen, String fleet, int period) {
        double peak = 0;
        double power = 0;
        double cost = 0;
        for (Stock stock : seen.stocks()) {
            peak += stock.count(period) * stock.peakFlopPerSecond();
            power += stock.count(period) * stock.powerWatts();
            cost += stock.count(period) * stock.costUsdPerSecond();
        }
        List<Double> counts = IntStream.range(0, seen.periods())
                .mapToObj(other -> other == period ? 1.0 : 0.0)
                .toList();
        return new Stock(fleet, counts, peak, power, cost);
    }

    // Each type of chip serves a model in the way that is worth most on it.
    private static List<Serving> servings(Situation seen, String fleet, int period) {
        Set<String> models = new LinkedHashSet<>();
        seen.servings().forEach(serving -> models.add(serving.model()));
        List<Serving> servings = new ArrayList<>();
        for (String model : models) {
            Schedule ready = Schedule.NOTHING.with(model, 0);
            double heads = 0;
            double equivalents = 0;
            for (Stock stock : seen.stocks()) {
                Columns.Best best = Columns.best(only(seen, model), ready, stock.chip(), period);
                heads += stock.count(period) * best.headsPerChip();
                equivalents += stock.count(period) * best.equivalentsPerChip();
            }
            if (heads > 0) {
                double speedup = Math.pow(equivalents / heads, seen.returns().exponent());
                servings.add(new Serving(model, model, fleet, heads, speedup));
            }
        }
        return servings;
    }

    private static Situation only(Situation seen, String model) {
        return new Situation(
                seen.periods(),
                seen.periodSeconds(),
                seen.stocks(),
                List.of(),
                seen.jobs(),
                seen.exclusive(),
                seen.servings().stream()
                        .filter(serving -> serving.model().equals(model))
                        .toList(),
                seen.limits(),
                seen.returns(),
                seen.requirement());
    }
}
