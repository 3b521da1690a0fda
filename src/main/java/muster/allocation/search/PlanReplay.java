package muster.allocation.search;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import muster.allocation.problem.Activity;
import muster.allocation.problem.Assignment;
import muster.allocation.problem.ChipStock;
import muster.allocation.problem.Schedule;
import muster.allocation.problem.ServingOption;
import muster.allocation.problem.Situation;
import muster.allocation.problem.TrainingJob;

/**
 * A plan made for one situation and followed in another: the same parts of each kind of chips do the same in each period.
 * Chips that should serve a model that is not complete go on training it; chips that should train one that is complete serve
 * the best there is; where heads or power run short, the same part of all chips at work idles.
 */
public final class PlanReplay {
    private final Situation real;
    private final Map<String, ChipStock> plannedStocks;
    private final Map<String, ChipStock> realStocks;
    private final Map<String, Double> left = new LinkedHashMap<>();
    private Schedule done = Schedule.NOTHING;

    private PlanReplay(Situation planned, Situation real) {
        this.real = real;
        this.plannedStocks = planned.stocksByChip();
        this.realStocks = real.stocksByChip();
        real.jobs().forEach(job -> left.put(job.id(), job.workFlop()));
    }

    /** What the plan is worth where it is followed, in researcher-months. */
    public static double worth(Situation planned, OptimalPlan plan, Situation real) {
        PlanReplay following = new PlanReplay(planned, real);
        Map<Integer, List<Assignment>> assignments =
                plan.assignments().stream().collect(Collectors.groupingBy(Assignment::period));
        double worth = 0;
        for (int period = 0; period < real.periods(); period++) {
            worth += following.period(period, assignments.getOrDefault(period, List.of()));
        }
        return worth;
    }

    private double period(int period, List<Assignment> assignments) {
        double heads = 0;
        double equivalents = 0;
        double power = 0;
        double h100e = 0;
        Map<String, Double> trained = new LinkedHashMap<>();
        for (Assignment assignment : assignments) {
            double chips = chips(assignment, period);
            power += chips * stock(realStocks, assignment.chip()).powerWatts();
            String model = assignment.activity().model();
            if (assignment.activity() instanceof Activity.Experiment) {
                h100e += chips * real.h100e(assignment.chip());
            } else if (left.containsKey(model) && !done.ready(real, model, period)) {
                trained.merge(model, chips * real.job(model).rate(assignment.chip()), Double::sum);
            } else {
                Optional<ServingOption> serving = serving(assignment, period);
                heads += chips * serving.map(ServingOption::researchersPerChip).orElse(0.0);
                equivalents += chips * serving.map(this::equivalents).orElse(0.0);
            }
        }
        double part = Math.min(1, real.limits().power(period) / Math.max(power, Double.MIN_NORMAL));
        double directed = Math.min(1, real.limits().heads(period) / Math.max(heads * part, Double.MIN_NORMAL));
        trained.forEach((model, rate) -> train(model, rate * part, period));
        return real.worth(period, h100e * part, equivalents * part * directed);
    }

    private double chips(Assignment assignment, int period) {
        double all = stock(plannedStocks, assignment.chip()).count(period);
        return assignment.chips() / all * stock(realStocks, assignment.chip()).count(period);
    }

    private static ChipStock stock(Map<String, ChipStock> stocks, String chip) {
        return Optional.ofNullable(stocks.get(chip))
                .orElseThrow(() -> new IllegalArgumentException("no chips are " + chip));
    }

    // What is meant where there is that way to serve, else the best of that model, and for chips that should train by
    // then
    // the best that is ready.
    private Optional<ServingOption> serving(Assignment assignment, int period) {
        List<ServingOption> here = real.menu().on(assignment.chip());
        if (assignment.activity() instanceof Activity.Serve serve) {
            return here.stream()
                    .filter(serving -> serving.variant().equals(serve.serving().variant()))
                    .findFirst()
                    .or(() -> best(here, serving -> serving.model().equals(serve.model())));
        }
        return best(here, serving -> done.ready(real, serving.model(), period));
    }

    private Optional<ServingOption> best(List<ServingOption> servings, Predicate<ServingOption> which) {
        return servings.stream().filter(which).max(Comparator.comparingDouble(this::equivalents));
    }

    private double equivalents(ServingOption serving) {
        return serving.researchersPerChip() * real.returns().equivalents(serving.speedup());
    }

    private void train(String model, double rate, int period) {
        TrainingJob job = real.job(model);
        if (job.after().stream().allMatch(before -> done.ready(real, before, period))) {
            double rest =
                    left.getOrDefault(model, 0.0) - Math.min(rate, job.mostFlopPerSecond()) * real.periodSeconds();
            left.put(model, rest);
            if (rest <= job.workFlop() * 1e-7) {
                done = done.with(model, period + 1);
            }
        }
    }
}
