package muster.fleet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import muster.document.Choice;
import muster.document.When;
import muster.document.yaml.Text;
import muster.hardware.Chip;

/** Which chips of a fleet train. All of them serve. */
@Choice
public sealed interface TrainOn permits TrainOn.MadeForIt, TrainOn.All, TrainOn.Only {
    /** How many kinds of chips a warning names. */
    int MOST_NAMED = 5;

    /** Whether chips of a kind train. */
    boolean trains(String id, Chip chip);

    /** Why a kind of chip that does not train stands idle, in words. */
    default String why(Chip chip) {
        return "made for inference (%s)".formatted(chip.madeFor().orElseThrow().because());
    }

    /** What else can be written, as advice. */
    default String advice() {
        return " Maybe fleet.train_on: all?";
    }

    /** The kinds that are named, where they are. */
    default List<Text> named() {
        return List.of();
    }

    /** Those that their makers made for training too. */
    @When(word = "made-for-it")
    record MadeForIt() implements TrainOn {
        @Override
        public boolean trains(String id, Chip chip) {
            return !chip.forInferenceAlone();
        }
    }

    /** Every kind of chip. */
    @When(word = "all")
    record All() implements TrainOn {
        @Override
        public boolean trains(String id, Chip chip) {
            return true;
        }
    }

    /**
     * Some kinds of chips.
     *
     * @param only their ids
     */
    @When(key = "only")
    record Only(List<Text> only) implements TrainOn {
        @Override
        public boolean trains(String id, Chip chip) {
            return only.stream().anyMatch(named -> named.value().equals(id));
        }

        @Override
        public String why(Chip chip) {
            return "not among those of fleet.train_on";
        }

        @Override
        public String advice() {
            return "";
        }

        @Override
        public List<Text> named() {
            return only;
        }
    }

    /**
     * What a run over chips of several makers or generations assumes, in words; nothing where they are of one generation.
     *
     * @param kinds the kinds of its chips by id, the one with the largest rate first
     * @param run what is run
     */
    static Optional<String> assumption(Map<String, Chip> kinds, String run) {
        Map<String, List<String>> generations = new LinkedHashMap<>();
        kinds.forEach((id, chip) -> generations
                .computeIfAbsent(chip.generation(id), generation -> new ArrayList<>())
                .add(id));
        if (generations.size() < 2) {
            return Optional.empty();
        }
        String makers = kinds.values().stream().map(Chip::vendor).distinct().collect(Collectors.joining(", "));
        List<String> first = kinds.keySet().stream().limit(MOST_NAMED).toList();
        int more = kinds.size() - first.size();
        return Optional.of(
                "%s is one synchronous run over %s generations of chips of %s (%s%s), all in step at the stated utilisation: an assumption, for the large runs whose utilisation is published had chips of one kind. Maybe fleet.train_on: {only: [%s]}?"
                        .formatted(
                                run,
                                generations.size(),
                                makers,
                                String.join(", ", first),
                                more == 0 ? "" : " and %s more".formatted(more),
                                String.join(
                                        ", ",
                                        generations.values().stream()
                                                .findFirst()
                                                .orElseThrow())));
    }
}
