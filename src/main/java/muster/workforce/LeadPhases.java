package muster.workforce;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.trace.Chain;
import muster.trace.Figure;

/**
 * When which part of the fleet does research: the stages of slowing, each cut short where the lead ends, and the pause.
 *
 * @param phases the phases in their order
 * @param month one month
 */
record LeadPhases(List<Phase> phases, Figure month) {
    private static final String PAUSE = LeadFigures.PAUSE;

    /**
     * A time in which a part of the fleet does research.
     *
     * @param path the beginning of the names of its figures
     * @param part the part; nothing for the whole fleet
     * @param begins how long after the first day of slowing; nothing for the first phase
     * @param lasts how long
     */
    private record Phase(String path, Optional<Figure> part, Optional<Figure> begins, Figure lasts) {

        /** This phase up to a time after the first day of slowing. */
        Phase until(Figure time) {
            Figure since = begins.map(start -> above(time, start)).orElse(time);
            return new Phase(path, part, begins, lasts.min(since));
        }

        /** Its research, as a time of the whole fleet, with a factor that compounds monthly. */
        Figure research(Optional<Figure> factor, Figure month) {
            Figure whole = factor.map(f -> lasts.compounded(f, month)).orElse(lasts);
            Figure grown = factor.flatMap(
                            f -> begins.map(start -> f.power(start.over(month)).times(whole)))
                    .orElse(whole);
            return part.map(grown::times).orElse(grown);
        }
    }

    /** Gives a figure its name in the record, or leaves it nameless. */
    interface Naming {
        Naming NONE = (name, figure) -> figure;

        Figure name(String name, Figure figure);
    }

    /**
     * The phases of a lead.
     *
     * @param stages the stages of slowing by name
     * @param pause how long a full pause would use the lead up
     * @param naming names of how long they last and of what each leaves of the pause
     */
    static LeadPhases of(Chain chain, Map<String, Lead.Stage> stages, Figure pause, Figure month, Naming naming) {
        List<Phase> phases = new ArrayList<>();
        Optional<Figure> begins = Optional.empty();
        Figure left = pause;
        for (Map.Entry<String, Lead.Stage> stage : stages.entrySet()) {
            String path = LeadFigures.SLOWING + stage.getKey();
            Figure part = chain.one().minus(chain.input(stage.getValue().pace(), ""));
            Figure most = left.over(part);
            Figure lasts = naming.name(
                    path + ".lasted", chain.input(stage.getValue().lasts(), "").min(most));
            phases.add(new Phase(path, Optional.of(part), begins, lasts));
            begins = Optional.of(begins.map(start -> start.plus(lasts)).orElse(lasts));
            left = naming.name(path + ".left", above(left, part.times(lasts)));
        }
        phases.add(new Phase(
                PAUSE, Optional.empty(), begins, stages.isEmpty() ? left : naming.name(PAUSE + ".lasted", left)));
        return new LeadPhases(phases, month);
    }

    /** How far a figure is above another; zero where it is below. */
    static Figure above(Figure figure, Figure bound) {
        return figure.minus(bound).where(figure, bound);
    }

    /** How long all of them last. */
    Figure last() {
        return phases.stream().map(Phase::lasts).reduce(Figure::plus).orElseThrow();
    }

    /**
     * The research in them as a time of the whole fleet.
     *
     * @param factor what compounds monthly
     * @param naming names of the research of each phase, where there are several
     */
    Figure research(Optional<Figure> factor, Naming naming) {
        return phases.stream()
                .map(phase -> phases.size() == 1
                        ? phase.research(factor, month)
                        : naming.name(phase.path(), phase.research(factor, month)))
                .reduce(Figure::plus)
                .orElseThrow();
    }

    /** The phases up to a time after the first day of slowing. */
    LeadPhases until(Figure time) {
        return new LeadPhases(phases.stream().map(phase -> phase.until(time)).toList(), month);
    }
}
