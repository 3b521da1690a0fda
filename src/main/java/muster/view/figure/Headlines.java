package muster.view.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.fleet.chips.FleetFigures;
import muster.inference.serving.InferenceFigures;
import muster.model.ModelFigures;
import muster.research.feedback.FeedbackFigures;
import muster.research.production.ResearchFigures;
import muster.research.task.TaskFigures;
import muster.scaling.law.TrainingFigures;
import muster.scenario.Estimate;
import muster.workforce.LeadFigures;
import muster.workforce.WorkforceFigures;

/** The figures that a reader looks for first, in words. The others are in the JSON and under --explain. */
public final class Headlines {
    private static final Map<String, String> WORDS = words();

    private Headlines() {}

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(FleetFigures.PEAK, "Fleet, dense peak rate");
        words.put(FleetFigures.H100E, "Fleet, H100-equivalents");
        words.put(TrainingFigures.COMPUTE, "Training compute");
        words.put(ModelFigures.PARAMETERS, "Model parameters");
        words.put(ModelFigures.ACTIVE_PARAMETERS, "Model parameters, active");
        words.put(ModelFigures.TOKENS, "Training tokens");
        words.put(ModelFigures.LOSS, "Training loss");
        words.put(InferenceFigures.THROUGHPUT, "Throughput, all streams");
        words.put(InferenceFigures.SERIAL_SPEED, "Serial speed, one stream");
        words.put(InferenceFigures.STREAMS, "Concurrent streams");
        words.put(InferenceFigures.RENT_PER_MILLION_TOKENS, "Chip rent per million tokens");
        words.put(InferenceFigures.RENT_COVERS, "Part of the tokens whose chips' rent is known");
        words.put(InferenceFigures.ENERGY_PER_MILLION_TOKENS, "Energy per million tokens");
        words.put(InferenceFigures.POWER_COVERS, "Part of the tokens whose chips' power is known");
        words.put(WorkforceFigures.PARALLEL_RESEARCHERS, "Parallel researchers");
        words.put(WorkforceFigures.SERIAL_SPEEDUP, "Serial speed-up");
        words.put(WorkforceFigures.RESEARCHER_MONTHS_PER_MONTH, "Researcher-months per month");
        words.put(LeadFigures.FULL_PAUSE, "Lead, as a full pause");
        words.put(LeadFigures.ENDS, "Lead ends after");
        words.put(LeadFigures.NOT_STOLEN, "Nothing stolen until then");
        words.put(LeadFigures.EXPECTED_DURATION, "Lead, expected before a theft");
        words.put(LeadFigures.RESEARCHER_MONTHS, "Researcher-months of the lead");
        words.put(LeadFigures.WORTH_OF_A_MONTH, "What a month more of lead adds");
        words.put(WorkforceFigures.EFFECTIVE_RESEARCHERS, "Researchers after diminishing returns");
        words.put(WorkforceFigures.RESEARCH_SPEEDUP, "Research speed-up with the human rest");
        words.put(TaskFigures.AUTOMATED_PART, "Tasks of research in reach of AIs");
        words.put(TaskFigures.LABOUR_LIMIT, "Labour with AIs unlimited, of people's");
        words.put(ResearchFigures.RATE, "Research rate, of the baseline's");
        words.put(ResearchFigures.RATE_WITHOUT_AI, "Research rate, of that without AI");
        words.put(ResearchFigures.SPEEDUP, "Research speed-up, first day");
        words.put(ResearchFigures.SPEEDUP_OVER_TIME, "Research speed-up, over the time");
        words.put(ResearchFigures.COMPUTE_ELASTICITY, "Elasticity of research to compute");
        words.put(ResearchFigures.HEADS_ELASTICITY, "Elasticity of research to heads");
        words.put(ResearchFigures.LABOUR_CEILING, "Research rate, labour unlimited");
        words.put(FeedbackFigures.BEST_YEAR, "Progress of the best year, of one today");
        words.put(FeedbackFigures.ACCELERATES, "Odds: progress accelerates");
        words.put(FeedbackFigures.THREE_YEARS_IN_ONE, "Odds: three years of progress in one");
        words.put(FeedbackFigures.THREE_YEARS_IN_FOUR_MONTHS, "Odds: 3.3 years of it in four months");
        words.put(FeedbackFigures.TEN_YEARS_IN_ONE, "Odds: ten years of it in one");
        words.put(FeedbackFigures.TEN_YEARS_IN_FOUR_MONTHS, "Odds: ten years of it in four months");
        words.put(WorkforceFigures.ENERGY_PER_RESEARCHER_MONTH, "Energy per researcher-month");
        words.put(WorkforceFigures.RENT_PER_RESEARCHER_MONTH, "Chip rent per researcher-month");
        return words;
    }

    /** The names of all headline figures. */
    public static List<String> all() {
        return List.copyOf(WORDS.keySet());
    }

    /** The names of the headline figures that any of the estimates has, in order. */
    public static List<String> names(List<Estimate> estimates) {
        return WORDS.keySet().stream()
                .filter(name -> estimates.stream()
                        .anyMatch(estimate -> estimate.step(name).isPresent()))
                .toList();
    }

    public static String words(String name) {
        return WORDS.getOrDefault(name, name);
    }
}
