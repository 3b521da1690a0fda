package muster.allocation.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.allocation.problem.ChipStock;
import muster.allocation.problem.EfficientServings;
import muster.allocation.problem.ResearchTerms;
import muster.allocation.problem.Schedule;
import muster.allocation.problem.Situation;
import muster.allocation.problem.TrainingJob;
import muster.numeric.GoldenSection;

/**
 * What people do without a program: rules to which all chips are alike, each in the best form that it has. A rule keeps to
 * power and budget by running the same part of every chip.
 */
final class BaselineRules {
    private static final int SHARES = 100;

    private final Situation fleet;
    private final double[] running;

    private BaselineRules(Situation fleet) {
        this.fleet = fleet;
        this.running = running(fleet);
    }

    static List<BaselineRule> of(Situation seen) {
        Situation blind = HomogenisedFleet.of(seen);
        BaselineRules rules = new BaselineRules(blind);
        String rest = seen.research().isPresent()
                ? "; what does not train is split between experiments and serving, all through alike"
                : "";
        return List.of(
                new BaselineRule(
                        "serve-only",
                        "trains nothing and serves what exists" + rest,
                        rules.worth(Optional.empty(), t -> 0)),
                new BaselineRule(
                        "train-then-serve",
                        "every chip trains until the model is complete, then every chip serves it" + rest,
                        rules.best(1)),
                new BaselineRule(
                        "constant-split",
                        "the same part of every chip trains in every period, the rest serves" + rest,
                        IntStream.rangeClosed(1, SHARES)
                                .mapToObj(share -> rules.best((double) share / SHARES))
                                .flatMap(Optional::stream)
                                .max(Comparator.naturalOrder())),
                new BaselineRule(
                        "homogenised-fleet",
                        "the best split of each period that is the same for every type of chip",
                        AllocationSolution.best(blind).map(OptimalPlan::worth)));
    }

    /** With the best of the jobs that need no other. */
    private Optional<Double> best(double share) {
        return fleet.jobs().stream()
                .filter(job -> fleet.existing().containsAll(job.after()))
                .map(job -> worth(Optional.of(job), period -> share))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    private Optional<Double> worth(Optional<TrainingJob> job, IntToDoubleFunction share) {
        boolean experiments =
                fleet.research().filter(ResearchTerms::needsExperiments).isPresent();
        double best = experiments
                ? GoldenSection.of(part -> worth(job, share, part).orElse(0.0), 0, 1, 1.0 / SHARES / SHARES)
                : 0;
        return worth(job, share, best);
    }

    // A share of 1 is given up when the job is complete; a lesser one goes on to train something else.
    private Optional<Double> worth(Optional<TrainingJob> job, IntToDoubleFunction share, double experiments) {
        double left = job.map(TrainingJob::workFlop).orElse(0.0);
        Schedule schedule = Schedule.NOTHING;
        double worth = 0;
        for (int period = 0; period < fleet.periods(); period++) {
            double part = left > 0 || share.applyAsDouble(period) < 1 ? share.applyAsDouble(period) : 0;
            double could = job.isEmpty() ? 0 : running[period] * rate(job.get(), period) * fleet.periodSeconds();
            double trains = left > 0 && part == 1 && could > 0 ? Math.min(1, left / could) : part;
            worth += served(schedule, period, running[period] * (1 - trains), experiments);
            left -= trains * could;
            if (job.isPresent() && left <= job.get().workFlop() * 1e-9 && schedule.equals(Schedule.NOTHING)) {
                schedule = schedule.with(job.get().id(), period + 1);
            }
        }
        return meets(schedule) ? Optional.of(worth) : Optional.empty();
    }

    private double rate(TrainingJob job, int period) {
        return Math.min(
                job.rate(stock(fleet, period).chip()), job.mostFlopPerSecond() / Math.max(running[period], 1e-300));
    }

    private double served(Schedule schedule, int period, double rest, double experiments) {
        double part = rest * (1 - experiments);
        String chip = stock(fleet, period).chip();
        EfficientServings.Best best = EfficientServings.best(fleet, schedule, chip, period);
        double heads = part * best.headsPerChip();
        double directed = Math.min(heads, fleet.limits().heads(period));
        double kept = heads > 0 ? directed / heads : 0;
        return fleet.worth(
                period, rest * experiments * fleet.mostH100e(period), part * best.equivalentsPerChip() * kept);
    }

    private boolean meets(Schedule schedule) {
        return fleet.requirement()
                .map(requirement -> Stream.concat(
                                fleet.existing().stream(),
                                schedule.completion().entrySet().stream()
                                        .filter(done -> done.getValue() <= requirement.by())
                                        .map(done -> done.getKey()))
                        .anyMatch(requirement.models()::contains))
                .orElse(true);
    }

    // In the homogenised fleet there is one thing in each period.
    private static ChipStock stock(Situation fleet, int period) {
        return fleet.stocks().stream()
                .filter(stock -> stock.count(period) > 0)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no fleet in period " + (period + 1)));
    }

    private static double[] running(Situation fleet) {
        double[] running = new double[fleet.periods()];
        double cost = 0;
        for (int period = 0; period < running.length; period++) {
            ChipStock stock = stock(fleet, period);
            double power = stock.powerWatts();
            running[period] = power > 0 ? Math.min(1, fleet.limits().power(period) / power) : 1;
            cost += running[period] * stock.costUsdPerSecond() * fleet.periodSeconds();
        }
        double budget = fleet.limits().budgetUsd().orElse(Double.POSITIVE_INFINITY);
        List<Double> parts = new ArrayList<>();
        for (double part : running) {
            parts.add(cost > budget ? part * budget / cost : part);
        }
        return parts.stream().mapToDouble(part -> part).toArray();
    }
}
