package muster.allocation.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.allocation.problem.EfficientServings;
import muster.allocation.problem.ExclusiveJobs;
import muster.allocation.problem.ResourceLimits;
import muster.allocation.problem.Schedule;
import muster.allocation.problem.ServingOption;
import muster.allocation.problem.Situation;
import muster.allocation.problem.Situations;
import org.junit.jupiter.api.Test;

final class BestServingsTest {
    private static final int PERIODS = 40;

    private static final Situation SITUATION = new Situation(
            PERIODS,
            1,
            List.of(Situations.stock("chip", 1, PERIODS), Situations.stock("other", 2, PERIODS)),
            List.of("old"),
            List.of(Situations.job("new", 1, Map.of("chip", 1.0))),
            ExclusiveJobs.ALL,
            List.of(
                    new ServingOption("old", "old", "chip", 1, 1),
                    new ServingOption("new", "new", "chip", 2, 3),
                    new ServingOption("old", "old", "other", 4, 1)),
            ResourceLimits.NONE,
            Situations.PLAIN,
            Optional.empty());

    @Test
    void manySchedulesShareTheSetsOfModelsThatAreComplete() {
        BestServings servings = new BestServings(SITUATION);

        for (int complete = 1; complete < PERIODS; complete++) {
            ScheduleBound.of(SITUATION, Schedule.NOTHING.with("new", complete), servings);
        }

        assertThat(servings.sets()).isEqualTo(2);
    }

    @Test
    void whatIsRememberedIsWhatIsWorkedOut() {
        BestServings servings = new BestServings(SITUATION);

        for (int complete = 1; complete < PERIODS; complete++) {
            Schedule schedule = Schedule.NOTHING.with("new", complete);
            assertThat(ScheduleBound.of(SITUATION, schedule, servings))
                    .isEqualTo(ScheduleBound.of(SITUATION, schedule));
            for (int period = 0; period < PERIODS; period++) {
                assertThat(servings.of(schedule, period))
                        .containsExactly(
                                EfficientServings.best(SITUATION, schedule, "chip", period),
                                EfficientServings.best(SITUATION, schedule, "other", period));
            }
        }
    }
}
