package muster.allocation.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import muster.allocation.problem.Activity;
import muster.allocation.problem.Assignment;
import muster.allocation.problem.ChipStock;
import muster.allocation.problem.ResearchReturns;
import muster.allocation.problem.ResearchTerms.Plane;
import muster.allocation.problem.ResourceLimits;
import muster.allocation.problem.Schedule;
import muster.allocation.problem.ServingOption;
import muster.allocation.problem.Situation;
import muster.allocation.problem.TrainingJob;

/**
 * What no plan of a schedule can better, at the dual values of the best plan of another. By weak duality any dual values give a
 * bound: whatever is scarce is paid for, and each chip does what is then worth most.
 *
 * <pre>
 * bound = sum over periods (chips * what one earns at best + heads * their dual value + power * its dual value + intercept)
 *         + budget * its dual value - the work of each job * its dual value
 * </pre>
 *
 * <p>with the worth of a period under its tangent at the other plan, or under a law of research under the planes that bind there. Schedules that differ by a period have much the same
 * dual values, so the bound is near.
 */
public final class DualBound {
    private static final Plane NOTHING = new Plane(0, 0, 0);

    private final Situation situation;
    private final Schedule schedule;
    private final OptimalPlan priced;
    private final double[] breakpoints;

    private DualBound(Situation situation, Schedule schedule, OptimalPlan priced) {
        this.situation = situation;
        this.schedule = schedule;
        this.priced = priced;
        this.breakpoints = breakpoints(situation, priced);
    }

    /** The most that the research of a schedule can be worth, in researcher-months. */
    public static double of(Situation situation, Schedule schedule, OptimalPlan priced) {
        DualBound bound = new DualBound(situation, schedule, priced);
        double most =
                situation.limits().budgetUsd().map(usd -> usd * bound.dollar()).orElse(0.0);
        for (int period = 0; period < situation.periods(); period++) {
            most += bound.period(period);
        }
        for (String job : schedule.completion().keySet()) {
            most -= bound.work(job) * situation.job(job).workFlop();
        }
        return most;
    }

    private double period(int period) {
        ResearchReturns returns = situation.returns();
        ResourceLimits limits = situation.limits();
        List<TrainingJob> running = situation.jobs().stream()
                .filter(job -> schedule.runs(situation, job, period))
                .toList();
        Set<String> ready = situation.menu().models().stream()
                .filter(model -> schedule.ready(situation, model, period))
                .collect(Collectors.toSet());
        Plane worth = ready.isEmpty() && nothingWithoutAgents() ? NOTHING : worth(period);
        double most = 0;
        boolean served = false;
        for (ChipStock stock : situation.stocks()) {
            double each =
                    stock.powerWatts() * watt(period) + stock.costUsdPerSecond() * situation.periodSeconds() * dollar();
            double earns = 0;
            for (ServingOption serving : situation.menu().on(stock.chip())) {
                if (ready.contains(serving.model())) {
                    double head = worth.perEquivalent() * returns.equivalents(serving.speedup()) - head(period);
                    earns = Math.max(earns, serving.researchersPerChip() * head - each);
                    served = true;
                }
            }
            for (TrainingJob job : running) {
                double trained = job.rate(stock.chip()) * situation.periodSeconds() * work(job.id());
                earns = Math.max(earns, trained - each);
            }
            earns = Math.max(earns, worth.perH100e() * situation.h100e(stock.chip()) - each);
            most += stock.count(period) * earns;
        }
        // Where nobody can serve, nothing is worth anything, and there is no tangent to lie under.
        most += served || situation.research().isPresent() ? worth.height() : 0;
        most += limits.powerWatts().isPresent() ? limits.power(period) * watt(period) : 0;
        most += limits.supervisors().isPresent() ? limits.heads(period) * head(period) : 0;
        return most;
    }

    private boolean nothingWithoutAgents() {
        return situation
                .research()
                .filter(terms -> terms.rate(terms.laboratoryH100e(), 0) == 0)
                .isPresent();
    }

    // What lies above the worth of experiments and equivalents: under a law the planes that bind in the other plan,
    // weighed by
    // their dual values, and where there are none any.
    private Plane worth(int period) {
        ResearchReturns returns = situation.returns();
        return situation
                .research()
                .map(terms -> priced.duals()
                        .research()
                        .get(period)
                        .orElseGet(
                                () -> terms.tangents(1, 1).get(0).times(returns.discounted(period) * returns.months())))
                .orElseGet(() -> {
                    double touch = breakpoints[period];
                    double slope = returns.slope(period, touch);
                    return new Plane(returns.worth(period, touch) - slope * touch, 0, slope);
                });
    }

    // Where nobody works in the other plan, anywhere above nobody.
    private static double[] breakpoints(Situation situation, OptimalPlan priced) {
        double[] equivalents = new double[situation.periods()];
        for (Assignment each : priced.assignments()) {
            if (each.activity() instanceof Activity.Serve serve) {
                ServingOption serving = serve.serving();
                equivalents[each.period()] += each.chips()
                        * serving.researchersPerChip()
                        * situation.returns().equivalents(serving.speedup());
            }
        }
        return Arrays.stream(equivalents).map(sum -> sum > 0 ? sum : 1).toArray();
    }

    private double watt(int period) {
        return situation.limits().powerWatts().isEmpty()
                ? 0
                : priced.duals().megawatts().get(period) / 1e6;
    }

    private double head(int period) {
        ResourceLimits limits = situation.limits();
        return limits.supervisors().isEmpty() ? 0 : priced.duals().supervisors().get(period) / limits.directs();
    }

    private double dollar() {
        return priced.duals().dollar().orElse(0.0);
    }

    private double work(String job) {
        return Optional.ofNullable(priced.duals().work().get(job)).orElse(0.0);
    }
}
