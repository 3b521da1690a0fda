package muster.allocation.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.allocation.problem.PeriodGroup;
import muster.allocation.problem.ResearchTerms.Plane;
import muster.allocation.problem.ResourceLimits;
import muster.allocation.problem.Schedule;
import muster.allocation.problem.Situation;
import muster.solver.SolverOutcome;

/**
 * What one more of each thing would add, in researcher-months: the dual values of the linear program with the periods of
 * completion fixed where the best plan has them. With one more chip a model could also be complete a period earlier; that
 * is not in them.
 *
 * @param chips one more chip of a type in each period, by type
 * @param megawatts one more MW in each period; empty where power is not limited
 * @param supervisors one more supervisor in each period; empty where supervision is not limited
 * @param dollar one more USD, where there is a budget
 * @param work one FLOP less of a job, by job
 * @param rates one FLOP/s more that a job can absorb at once, in each period, by job
 * @param binding the constraints of each period that have a dual value, by name
 * @param research under a law of research, what more experiments and equivalents add in each period, where both are possible, as a plane
 *     that lies above what any plan does of research
 */
public record DualValues(
        Map<String, List<Double>> chips,
        List<Double> megawatts,
        List<Double> supervisors,
        Optional<Double> dollar,
        Map<String, Double> work,
        Map<String, List<Double>> rates,
        List<List<String>> binding,
        List<Optional<Plane>> research) {
    private static final double MEGA = 1e6;

    public DualValues {
        chips = Collections.unmodifiableMap(new LinkedHashMap<>(chips));
        megawatts = List.copyOf(megawatts);
        supervisors = List.copyOf(supervisors);
        work = Collections.unmodifiableMap(new LinkedHashMap<>(work));
        rates = Collections.unmodifiableMap(new LinkedHashMap<>(rates));
        binding = binding.stream().map(List::copyOf).toList();
        research = List.copyOf(research);
    }

    static DualValues of(
            Situation situation, Schedule schedule, AllocationProgram formulation, SolverOutcome.Optimal solution) {
        List<PeriodGroup> spans = formulation.spans();
        Map<String, List<Double>> chips = new LinkedHashMap<>();
        situation.stocks().forEach(stock -> chips.put(stock.chip(), each(spans, solution, "chips." + stock.chip(), 1)));
        Map<String, Double> work = new LinkedHashMap<>();
        schedule.completion()
                .keySet()
                .forEach(job -> work.put(
                        job, -solution.price("work." + job) / situation.job(job).workFlop()));
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        schedule.completion()
                .keySet()
                .forEach(job -> rates.put(
                        job,
                        each(
                                spans,
                                solution,
                                "rate." + job,
                                1 / situation.job(job).mostFlopPerSecond())));
        ResourceLimits limits = situation.limits();
        return new DualValues(
                chips,
                limits.powerWatts().isPresent() ? each(spans, solution, "power", 1) : List.of(),
                limits.supervisors().isPresent() ? each(spans, solution, "supervision", limits.directs()) : List.of(),
                limits.budgetUsd().map(budget -> solution.price("budget") / MEGA),
                work,
                rates,
                binding(situation, spans, solution),
                research(situation, formulation, solution));
    }

    private static List<Optional<Plane>> research(
            Situation situation, AllocationProgram formulation, SolverOutcome.Optimal solution) {
        List<Optional<Plane>> planes = new ArrayList<>(Collections.nCopies(situation.periods(), Optional.empty()));
        formulation
                .values(solution)
                .forEach(value -> value.span().periods().forEach(period -> planes.set(period, value.prices())));
        return planes;
    }

    // A constraint of a span is one for each of its periods. No chips of a type in a period: no constraint, and no
    // dual value to
    // tell.
    private static List<Double> each(
            List<PeriodGroup> spans, SolverOutcome.Optimal solution, String what, double times) {
        List<Double> prices = new ArrayList<>();
        for (PeriodGroup span : spans) {
            double price = times * solution.duals().getOrDefault(span.name(what), 0.0) / span.length();
            prices.addAll(Collections.nCopies(span.length(), price));
        }
        return prices;
    }

    private static List<List<String>> binding(
            Situation situation, List<PeriodGroup> spans, SolverOutcome.Optimal solution) {
        List<String> names = new ArrayList<>();
        situation.stocks().forEach(stock -> names.add("chips." + stock.chip()));
        situation.jobs().forEach(job -> names.add("rate." + job.id()));
        names.addAll(List.of("power", "supervision"));
        List<List<String>> binding = new ArrayList<>();
        for (PeriodGroup span : spans) {
            List<String> scarce = names.stream()
                    .filter(name -> solution.duals().getOrDefault(span.name(name), 0.0) > 0)
                    .toList();
            binding.addAll(Collections.nCopies(span.length(), scarce));
        }
        return binding;
    }

    /** The sum over all periods. */
    public static double sum(List<Double> prices) {
        return prices.stream().mapToDouble(price -> price).sum();
    }
}
