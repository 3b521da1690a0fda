package muster.allocation.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import muster.allocation.problem.ChipStock;
import muster.allocation.problem.EfficientServings;
import muster.allocation.problem.Schedule;
import muster.allocation.problem.Situation;
import muster.allocation.problem.TrainingJob;

/**
 * What no plan of a schedule can better, without a linear program: every chip serves what it serves best, less the least
 * research that the work of training can cost, each job alone, where each job takes the chips and periods that give up the
 * least research for a FLOP. A worth that diminishes is held under its tangent. Under a law of research every chip does what is worth
 * more under a plane that lies above it.
 */
public final class ScheduleBound {
    private final Situation situation;
    private final Schedule schedule;
    private final BestServings best;
    private final double[][] earns;

    private ScheduleBound(Situation situation, Schedule schedule, BestServings best) {
        this.situation = situation;
        this.schedule = schedule;
        this.best = best;
        this.earns = new double[situation.periods()][];
    }

    /**
     * The most that the research of a schedule can be worth, in researcher-months; negative infinity where the fleet cannot
     * do its work in time.
     */
    public static double of(Situation situation, Schedule schedule) {
        return of(situation, schedule, new BestServings(situation));
    }

    /** The same, with what chips serve at best remembered from schedule to schedule. */
    static double of(Situation situation, Schedule schedule, BestServings best) {
        ScheduleBound bound = new ScheduleBound(situation, schedule, best);
        double most = 0;
        for (int period = 0; period < situation.periods(); period++) {
            most += bound.serving(period);
        }
        for (String job : schedule.completion().keySet()) {
            most -= bound.cost(situation.job(job));
        }
        return most;
    }

    // What a period is worth at most, and what giving a chip of each type to training takes from that at least: nothing
    // where heads
    // are limited, which is the safe side.
    private double serving(int period) {
        List<EfficientServings.Best> served = best.of(schedule, period);
        double equivalents = 0;
        double heads = 0;
        double mostPerHead = 0;
        for (int i = 0; i < served.size(); i++) {
            double count = situation.stocks().get(i).count(period);
            equivalents += count * served.get(i).equivalentsPerChip();
            heads += count * served.get(i).headsPerChip();
            mostPerHead = Math.max(mostPerHead, served.get(i).mostPerHead());
        }
        boolean crowded = heads > situation.limits().heads(period);
        double reached =
                crowded ? Math.min(equivalents, mostPerHead * situation.limits().heads(period)) : equivalents;
        if (situation.research().isPresent()) {
            ResearchBounds.PeriodBound bound =
                    best.research().of(situation.research().get(), period, served, reached, crowded);
            earns[period] = bound.earns();
            return bound.most();
        }
        double slope = crowded || reached == 0 ? 0 : situation.returns().slope(period, reached);
        earns[period] = served.stream()
                .mapToDouble(each -> slope * each.equivalentsPerChip())
                .toArray();
        return situation.returns().worth(period, reached);
    }

    private double cost(TrainingJob job) {
        List<Offer> offers = new ArrayList<>();
        for (int period = 0; period < situation.periods(); period++) {
            if (schedule.runs(situation, job, period)) {
                offer(job, period, offers);
            }
        }
        offers.sort(Comparator.comparingDouble(Offer::worthPerFlop));
        double left = job.workFlop();
        double cost = 0;
        for (Offer offer : offers) {
            double taken = Math.min(left, offer.flop());
            cost += taken * offer.worthPerFlop();
            left -= taken;
            if (left <= 0) {
                return cost;
            }
        }
        // A last digit is not a reason to give a schedule up.
        return left <= job.workFlop() * 1e-12 ? cost : Double.POSITIVE_INFINITY;
    }

    private void offer(TrainingJob job, int period, List<Offer> offers) {
        for (int i = 0; i < situation.stocks().size(); i++) {
            ChipStock stock = situation.stocks().get(i);
            double flop = job.rate(stock.chip()) * situation.periodSeconds() * stock.count(period);
            if (flop > 0) {
                double worth = earns[period][i] * stock.count(period);
                offers.add(new Offer(flop, worth / flop));
            }
        }
    }

    /** Work that some chips of a period could do, and what their research is worth instead. */
    private record Offer(double flop, double worthPerFlop) {}
}
