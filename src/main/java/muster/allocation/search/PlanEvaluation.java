package muster.allocation.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import muster.allocation.problem.Activity;
import muster.allocation.problem.Assignment;
import muster.allocation.problem.ChipStock;
import muster.allocation.problem.PeriodGroup;
import muster.allocation.problem.ServingOption;
import muster.allocation.problem.Situation;
import muster.allocation.problem.TrainingJob;

/**
 * A plan worked out by plain arithmetic, without a solver: what is done, when models are complete, and what breaks.
 *
 * @param periods what happens in each period
 * @param completion the periods after which each job is complete, from 1; jobs that never are are left out
 * @param costUsd the cost of all periods
 * @param worth what all periods are worth, in researcher-months, discounted; under a law of research, in months of the laboratory's
 * @param breaches what the plan breaks, in words; empty for a sound plan
 */
public record PlanEvaluation(
        List<Period> periods, Map<String, Integer> completion, double costUsd, double worth, List<String> breaches) {
    // What a plan may overstep and still be sound: the digits that a proof leaves open, and no more.
    private static final double TOLERANCE = 1e-7;

    public PlanEvaluation {
        periods = List.copyOf(periods);
        completion = Collections.unmodifiableMap(new TreeMap<>(completion));
        breaches = List.copyOf(breaches);
    }

    /**
     * A period.
     *
     * @param researchers parallel researchers at work
     * @param researcherMonths what they do, in researcher-months
     * @param effective what of it counts after diminishing returns, in researcher-months; all, where a law of research counts it
     * @param trainedPart the part of the compute of all chips that trains
     * @param servedPart the part of the compute of all chips that serves
     * @param powerWatts the power
     * @param research what comes of it under a law of research, where there is one
     */
    public record Period(
            double researchers,
            double researcherMonths,
            double effective,
            double trainedPart,
            double servedPart,
            double powerWatts,
            Optional<Research> research) {}

    /**
     * What comes of a period under a law of research; all ratios are to the laboratory.
     *
     * @param part the part of the compute of all chips that runs experiments
     * @param h100e the compute of experiments, in H100e
     * @param compute the same as a ratio
     * @param labour labour, heads penalised and speed not, as a ratio
     * @param rate the rate of research, as a ratio
     */
    public record Research(double part, double h100e, double compute, double labour, double rate) {}

    /** The researcher-months of all periods, neither diminished nor discounted. */
    public double researcherMonths() {
        return periods.stream().mapToDouble(Period::researcherMonths).sum();
    }

    /** The sum over all periods of the rate of research times their length in months, not discounted; 0 without a law. */
    public double progress(double monthsOfPeriod) {
        return periods.stream()
                .flatMap(period -> period.research().stream())
                .mapToDouble(research -> monthsOfPeriod * research.rate())
                .sum();
    }

    /** Works a plan out. */
    static PlanEvaluation of(Situation situation, List<Assignment> assignments) {
        return new Ledger(situation, assignments).evaluate();
    }

    private static final class Ledger {
        private final Situation situation;
        private final Map<Integer, List<Assignment>> assignments;
        private final Map<String, ChipStock> stocks;
        private final Map<String, Double> left = new LinkedHashMap<>();
        private final Map<String, Integer> completion = new LinkedHashMap<>();
        private final List<String> breaches = new ArrayList<>();
        private double cost;
        private double worth;

        Ledger(Situation situation, List<Assignment> assignments) {
            this.situation = situation;
            this.assignments = assignments.stream().collect(Collectors.groupingBy(Assignment::period));
            this.stocks = situation.stocksByChip();
            situation.jobs().forEach(job -> left.put(job.id(), job.workFlop()));
        }

        PlanEvaluation evaluate() {
            List<Period> periods = new ArrayList<>();
            for (int period = 0; period < situation.periods(); period++) {
                periods.add(period(period, assignments.getOrDefault(period, List.of())));
            }
            situation.limits().budgetUsd().ifPresent(budget -> check(() -> "budget", cost, budget));
            return new PlanEvaluation(periods, completion, cost, worth, breaches);
        }

        private Period period(int period, List<Assignment> now) {
            Map<String, Double> used = new LinkedHashMap<>();
            Map<String, Double> rates = new LinkedHashMap<>();
            double heads = 0;
            double months = 0;
            double equivalents = 0;
            double power = 0;
            double trained = 0;
            double served = 0;
            double h100e = 0;
            double experiments = 0;
            for (Assignment assignment : now) {
                ChipStock stock = stock(assignment.chip());
                used.merge(stock.chip(), assignment.chips(), Double::sum);
                power += assignment.chips() * stock.powerWatts();
                cost += assignment.chips() * stock.costUsdPerSecond() * situation.periodSeconds();
                double compute = assignment.chips() * stock.peakFlopPerSecond();
                if (assignment.activity() instanceof Activity.Serve serve) {
                    served += compute;
                    ServingOption serving = serve.serving();
                    check(
                            () -> serving.variant() + " before it is complete",
                            ready(serving.model(), period) ? 0 : 1,
                            0);
                    double researchers = assignment.chips() * serving.researchersPerChip();
                    heads += researchers;
                    months += researchers
                            * serving.speedup()
                            * situation.returns().months();
                    equivalents += researchers * situation.returns().equivalents(serving.speedup());
                } else if (assignment.activity() instanceof Activity.Experiment) {
                    experiments += compute;
                    h100e += assignment.chips() * situation.h100e(stock.chip());
                } else {
                    trained += compute;
                    String job = assignment.activity().model();
                    rates.merge(job, assignment.chips() * situation.job(job).rate(stock.chip()), Double::sum);
                }
            }
            used.forEach((chip, chips) -> check(
                    () -> PeriodGroup.name("chips." + chip, period),
                    chips,
                    stock(chip).count(period)));
            check(
                    () -> PeriodGroup.name("power", period),
                    power,
                    situation.limits().power(period));
            check(
                    () -> PeriodGroup.name("supervision", period),
                    heads,
                    situation.limits().heads(period));
            rates.forEach((job, rate) -> train(situation.job(job), rate, period));
            worth += situation.worth(period, h100e, equivalents);
            double all = situation.stocks().stream()
                    .mapToDouble(stock -> stock.count(period) * stock.peakFlopPerSecond())
                    .sum();
            return new Period(
                    heads,
                    months,
                    situation.research().isPresent()
                            ? months
                            : situation.returns().undiscounted(equivalents),
                    all == 0 ? 0 : trained / all,
                    all == 0 ? 0 : served / all,
                    power,
                    research(all == 0 ? 0 : experiments / all, h100e, equivalents));
        }

        private Optional<Research> research(double part, double h100e, double equivalents) {
            return situation
                    .research()
                    .map(terms -> new Research(
                            part,
                            h100e,
                            h100e / terms.laboratoryH100e(),
                            terms.labour(terms.heads(equivalents)),
                            terms.rate(h100e, equivalents)));
        }

        private void train(TrainingJob job, double rate, int period) {
            check(() -> PeriodGroup.name("rate." + job.id(), period), rate, job.mostFlopPerSecond());
            for (String needed : job.after()) {
                check(() -> job.id() + " before " + needed, ready(needed, period) ? 0 : 1, 0);
            }
            double rest = left.getOrDefault(job.id(), 0.0) - rate * situation.periodSeconds();
            left.put(job.id(), rest);
            if (rest <= job.workFlop() * TOLERANCE) {
                completion.putIfAbsent(job.id(), period + 1);
            }
        }

        private boolean ready(String model, int period) {
            Integer complete = completion.get(model);
            return complete == null ? situation.existing().contains(model) : period >= complete;
        }

        private ChipStock stock(String chip) {
            return Optional.ofNullable(stocks.get(chip))
                    .orElseThrow(() -> new IllegalArgumentException("no chips are " + chip));
        }

        private void check(Supplier<String> what, double taken, double most) {
            if (taken > most * (1 + TOLERANCE)) {
                breaches.add("%s: %s of %s".formatted(what.get(), taken, most));
            }
        }
    }
}
