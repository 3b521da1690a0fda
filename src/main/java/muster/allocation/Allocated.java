package muster.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The best plan for a situation, beside what else could be trained and what simple rules make of it.
 *
 * @param situation the situation
 * @param choices what could be trained, the best first
 * @param rules simple rules on the same fleet
 * @param tried what became of every schedule
 */
public record Allocated(Situation situation, List<Choice> choices, List<Rule> rules, List<Tried> tried) {
    public Allocated {
        choices = List.copyOf(choices);
        rules = List.copyOf(rules);
        tried = List.copyOf(tried);
    }

    /**
     * Solves a situation.
     *
     * @param progress hears of every schedule that is done with
     * @throws Unproven where an answer could not be proven
     */
    public static Allocated of(Situation situation, Consumer<Tried> progress) {
        Search search = new Search(situation, progress);
        List<Choice> choices = choices(situation, search);
        return new Allocated(situation, choices, Rules.of(situation), search.tried());
    }

    /** The best plan alone, for where many situations are solved. */
    public static Optional<Plan> best(Situation situation) {
        Search search = new Search(situation, tried -> {});
        return search.best(
                Schedules.of(situation).values().stream().flatMap(List::stream).toList());
    }

    private static List<Choice> choices(Situation situation, Search search) {
        List<Choice> choices = new ArrayList<>();
        for (Map.Entry<Set<String>, List<Schedule>> schedules :
                Schedules.of(situation).entrySet()) {
            choices.add(new Choice(schedules.getKey(), search.best(schedules.getValue())));
        }
        choices.sort(Comparator.comparingDouble(Choice::worth).reversed());
        return choices;
    }

    /** The best plan; nothing where the requirement cannot be met. */
    public Optional<Plan> best() {
        return choices.stream().findFirst().flatMap(Choice::plan);
    }

    /** Why there is no plan: what each model that would do lacks. */
    public List<Shortfall> shortfalls() {
        return situation
                .requirement()
                .map(needed -> Shortfall.all(situation, needed))
                .orElse(List.of());
    }
}
