package muster.view.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.scenario.Estimate;

/** The figures that a reader looks for first, in words. The others are in the JSON and under --explain. */
public final class Headlines {
    private static final Map<String, String> WORDS = words();

    private Headlines() {}

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("fleet.peak", "Fleet, dense peak rate");
        words.put("fleet.h100e", "Fleet, H100-equivalents");
        words.put("training.compute", "Training compute");
        words.put("model.parameters", "Model parameters");
        words.put("model.active_parameters", "Model parameters, active");
        words.put("model.tokens", "Training tokens");
        words.put("model.loss", "Training loss");
        words.put("inference.throughput", "Throughput, all streams");
        words.put("inference.serial_speed", "Serial speed, one stream");
        words.put("inference.streams", "Concurrent streams");
        words.put("inference.rent_per_million_tokens", "Chip rent per million tokens");
        words.put("inference.rent_covers", "Part of the tokens whose chips' rent is known");
        words.put("inference.energy_per_million_tokens", "Energy per million tokens");
        words.put("inference.power_covers", "Part of the tokens whose chips' power is known");
        words.put("workforce.parallel_researchers", "Parallel researchers");
        words.put("workforce.serial_speedup", "Serial speed-up");
        words.put("workforce.researcher_months_per_month", "Researcher-months per month");
        words.put("lead.full_pause", "Lead, as a full pause");
        words.put("lead.ends", "Lead ends after");
        words.put("lead.not_stolen", "Nothing stolen until then");
        words.put("lead.expected_duration", "Lead, expected before a theft");
        words.put("lead.researcher_months", "Researcher-months of the lead");
        words.put("lead.worth_of_a_month", "What a month more of lead adds");
        words.put("workforce.effective_researchers", "Researchers after diminishing returns");
        words.put("workforce.research_speedup", "Research speed-up with the human rest");
        words.put("workforce.energy_per_researcher_month", "Energy per researcher-month");
        words.put("workforce.rent_per_researcher_month", "Chip rent per researcher-month");
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
