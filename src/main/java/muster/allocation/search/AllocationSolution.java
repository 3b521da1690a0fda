package muster.allocation.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import muster.allocation.problem.Schedule;
import muster.allocation.problem.Schedules;
import muster.allocation.problem.Situation;

/**
 * The best plan for a situation, beside what else could be trained and what simple rules make of it.
 *
 * @param situation the situation
 * @param choices what could be trained, the best first
 * @param rules simple rules on the same fleet
 * @param tried what became of every schedule
 * @param nothing why the best plan does nothing, where it does nothing
 */
public record AllocationSolution(
        Situation situation,
        List<TrainingChoice> choices,
        List<BaselineRule> rules,
        List<TriedSchedule> tried,
        Optional<NothingDone> nothing) {
    public AllocationSolution {
        choices = List.copyOf(choices);
        rules = List.copyOf(rules);
        tried = List.copyOf(tried);
    }

    /**
     * Solves a situation.
     *
     * @param progress hears of every schedule that is done with
     * @throws UnprovenProgram where an answer could not be proven
     */
    public static AllocationSolution of(Situation situation, Consumer<TriedSchedule> progress) {
        ScheduleSearch search = new ScheduleSearch(situation, progress);
        List<TrainingChoice> choices = choices(situation, search);
        Optional<OptimalPlan> best = choices.stream().findFirst().flatMap(TrainingChoice::plan);
        return new AllocationSolution(
                situation, choices, BaselineRules.of(situation), search.tried(), NothingDone.of(situation, best));
    }

    /** The best plan alone, for where many situations are solved. */
    public static Optional<OptimalPlan> best(Situation situation) {
        ScheduleSearch search = new ScheduleSearch(situation, tried -> {});
        return search.best(
                Schedules.of(situation).values().stream().flatMap(List::stream).toList());
    }

    private static List<TrainingChoice> choices(Situation situation, ScheduleSearch search) {
        List<TrainingChoice> choices = new ArrayList<>();
        for (Map.Entry<Set<String>, List<Schedule>> schedules :
                Schedules.of(situation).entrySet()) {
            choices.add(new TrainingChoice(schedules.getKey(), search.best(schedules.getValue())));
        }
        choices.sort(Comparator.comparingDouble(TrainingChoice::worth).reversed());
        return choices;
    }

    /** The best plan; nothing where the requirement cannot be met. */
    public Optional<OptimalPlan> best() {
        return choices.stream().findFirst().flatMap(TrainingChoice::plan);
    }

    /** Why there is no plan: what each model that would do lacks. */
    public List<Shortfall> shortfalls() {
        return situation
                .requirement()
                .map(needed -> Shortfall.all(situation, needed))
                .orElse(List.of());
    }
}
