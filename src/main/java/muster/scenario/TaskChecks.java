package muster.scenario;

import java.util.Optional;
import muster.diagnostic.Problems;
import muster.research.Research;
import muster.research.task.ResearchTasks;
import muster.uncertainty.Input;

/** Checks of {@code research.tasks}: there are people to do the rest, and how good the model is has one place. */
final class TaskChecks {
    private TaskChecks() {}

    static void check(ResearchTasks tasks, Research research, Optional<Input> elasticity, Problems problems) {
        if (!(research.people().central() > 0)) {
            problems.error(
                    "missing-key",
                    research.people().place(),
                    "research.tasks says which part of the work is left to people, and research.people is %s. Maybe research.people: %s, as the baseline has?"
                            .formatted(
                                    research.people().value(),
                                    research.reference().people().value()));
        }
        elasticity
                .filter(above -> tasks.reach().measured().isPresent())
                .ifPresent(
                        above -> problems.error(
                                "counted-twice",
                                above.place(),
                                "workforce.elasticity counts how good the model is, and so does the horizon of research.tasks. Maybe workforce.elasticity: !delete, or research.tasks: {part: ...}?"));
    }
}
