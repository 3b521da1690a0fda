package muster.research;

import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Absent;
import muster.document.Binder;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.Range;
import muster.document.yaml.Mapping;
import muster.research.feedback.SoftwareFeedback;
import muster.research.production.Laboratory;
import muster.research.production.ResearchLaw;
import muster.research.task.ResearchTasks;
import muster.trace.Chain;
import muster.uncertainty.Input;

/**
 * The section {@code research:} of a scenario: what the work of AIs, and of people beside them, amounts to as research.
 *
 * @param law the law of research, with the laboratory at which it holds
 * @param baseline another laboratory to whose rate all is compared, in the place of the law's
 * @param people people who do research beside the AIs
 * @param tasks which tasks AIs can do, and how tasks stand in for one another; without it a head is a head, be it of a person or an AI
 * @param experiments compute for experiments; without it what the uses of the fleet say, else as much as the baseline has
 * @param over over how long progress is compared
 * @param feedback how software gets better by the work of AIs; without it it does not
 */
public record Research(
        @Otherwise(
                value = ResearchLaw.STANDARD,
                because = "its anchors have no units, so that they carry over; AI Futures Project, December 2025")
        ResearchLaw law,

        Optional<Laboratory> baseline,

        @In(value = "researcher", plain = "1", range = Range.NON_NEGATIVE)
        @Otherwise(value = "0", because = "researcher-months count the work of AIs alone")
        Input people,

        Optional<ResearchTasks> tasks,

        @In("H100e") @Absent("as-baseline") Optional<Input> experiments,

        @In("day") @Otherwise(value = "365 day", because = "plans are made by the year")
        Input over,

        @Absent("none") Optional<SoftwareFeedback> feedback) {

    /** The section where a scenario has none: every key as by default. */
    public static Optional<Research> usual(Catalog catalog, Place place, Problems problems) {
        return new Binder(catalog.entries(problems), problems, false)
                .bind(Mapping.empty(place), Research.class, "research");
    }

    /** The same under another law, compared to one laboratory. */
    public Research under(ResearchLaw other, Laboratory laboratory) {
        return new Research(other, Optional.of(laboratory), people, tasks, experiments, over, feedback);
    }

    /** The laboratory to which all is compared. */
    public Laboratory reference() {
        return baseline.orElseGet(law::baseline);
    }

    /**
     * Records what research comes of a supply.
     *
     * @param chain the run
     * @param supply agents and their speed, and compute for experiments where it is known
     */
    public void apply(Chain chain, ResearchSupply supply) {
        new ResearchPlan(this).apply(chain, supply);
    }

    /** What the figures of research rest on, in words: the law, the laboratory, and what the law was fitted on. */
    public String basis() {
        String work = tasks.map(ResearchTasks::words).map(words -> words + "; ").orElse("");
        return "%s; over %s; %s%s".formatted(law.name(), reference().words(), work, ResearchLaw.FITTED_ON);
    }
}
