package muster.allocation.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.allocation.problem.EfficientServings;
import muster.allocation.problem.ResearchReturns;
import muster.allocation.problem.Schedule;
import muster.allocation.problem.Situation;
import muster.allocation.problem.TrainingJob;

/**
 * Lines that hold the worth of each period from above.
 *
 * @param returns what equivalents are worth
 * @param tangents lines over equivalents, which constant returns do without
 * @param cuts planes over experiments and equivalents, under a law of research
 */
record WorthLines(ResearchReturns returns, Tangents tangents, Optional<ResearchCuts> cuts) {

    /** Lines for a start. */
    static WorthLines of(Situation situation, BestServings servings) {
        List<Double> most = IntStream.range(0, situation.periods())
                .mapToObj(period -> most(situation, servings, period))
                .toList();
        return new WorthLines(
                situation.returns(),
                new Tangents(situation.returns(), most),
                situation
                        .research()
                        .map(terms -> new ResearchCuts(
                                terms,
                                IntStream.range(0, situation.periods())
                                        .mapToObj(situation::mostH100e)
                                        .toList(),
                                most)));
    }

    // If every job were complete from the start.
    private static double most(Situation situation, BestServings servings, int period) {
        Schedule all = new Schedule(situation.jobs().stream().collect(Collectors.toMap(TrainingJob::id, job -> 0)));
        List<EfficientServings.Best> best = servings.of(all, period);
        return IntStream.range(0, best.size())
                .mapToDouble(i ->
                        situation.stocks().get(i).count(period) * best.get(i).equivalentsPerChip())
                .sum();
    }

    /** Adds planes that touch the rate at a point that may be near the best, where they are wanted. */
    void suggest(PeriodWorth.Value value) {
        cuts.ifPresent(planes -> planes.suggest(value.span().first(), value.h100e(), value.equivalents()));
    }

    /** Adds a line that touches the worth at a solution; false where there is one already. */
    boolean add(PeriodWorth.Value value) {
        int period = value.span().first();
        return cuts.map(planes -> planes.add(period, value.h100e(), value.equivalents()))
                .orElseGet(() -> tangents.addBreakpoint(period, value.equivalents()));
    }
}
