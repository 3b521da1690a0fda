package muster.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import muster.diagnostic.Nearest;
import muster.diagnostic.Problems;
import muster.document.In;
import muster.document.Range;
import muster.document.yaml.Text;
import muster.uncertainty.Input;
import muster.uncertainty.sampling.RankCorrelations;

/**
 * Two uncertain inputs whose ranks correlate.
 *
 * @param between the names of the two inputs
 * @param rank their rank correlation (Spearman)
 */
public record InputCorrelation(
        List<Text> between,
        @In(value = "1", range = Range.CORRELATION) Input rank) {

    /** The rank correlations of all pairs. */
    static RankCorrelations of(List<InputCorrelation> pairs) {
        return new RankCorrelations(pairs.stream()
                .filter(pair -> pair.between.size() == 2)
                .map(pair -> new RankCorrelations.Pair(
                        pair.between.get(0).value(),
                        pair.between.get(1).value(),
                        pair.rank.value().distribution().central()))
                .toList());
    }

    /** Reports pairs that are none, and correlations that no inputs can have. */
    static void check(List<InputCorrelation> pairs, Collection<Input> read, Problems problems) {
        Map<String, Input> inputs = read.stream().collect(Collectors.toMap(Input::name, Function.identity()));
        int before = problems.reports();
        Set<Set<String>> seen = new HashSet<>();
        for (InputCorrelation pair : pairs) {
            Set<String> names = pair.between.stream().map(Text::value).collect(Collectors.toSet());
            if (pair.between.size() != 2 || names.size() != 2 || !seen.add(names)) {
                problems.error(
                        "correlation",
                        pair.rank.place(),
                        "a correlation is between two different inputs and stated once, not between %s"
                                .formatted(
                                        pair.between.stream().map(Text::value).collect(Collectors.joining(", "))));
            }
            if (!pair.rank.value().distribution().certain()) {
                problems.error("correlation", pair.rank.place(), "a correlation is a single number");
            }
            pair.between.forEach(name -> check(name, inputs, problems));
        }
        if (problems.reports() == before && !pairs.isEmpty() && !of(pairs).possible()) {
            problems.error(
                    "correlation",
                    pairs.get(0).rank.place(),
                    "no inputs can have these rank correlations together, which are 0 between pairs that are not stated: %s"
                            .formatted(
                                    pairs.stream().map(InputCorrelation::words).collect(Collectors.joining("; "))));
        }
    }

    private static void check(Text name, Map<String, Input> inputs, Problems problems) {
        Input input = inputs.get(name.value());
        if (input == null || input.value().distribution().certain()) {
            List<String> uncertain = new ArrayList<>();
            inputs.forEach((known, value) -> {
                if (!value.value().distribution().certain()) {
                    uncertain.add(known);
                }
            });
            problems.error(
                    "correlation",
                    name.place(),
                    "%s is no uncertain input of this scenario.%s"
                            .formatted(name.value(), Nearest.maybe(name.value(), uncertain)));
        } else if (input.group().isPresent()) {
            problems.error(
                    "correlation",
                    name.place(),
                    "%s moves with its group %s already"
                            .formatted(name.value(), input.group().get().name()));
        }
    }

    private String words() {
        return "%s with %s %s"
                .formatted(
                        between.get(0).value(),
                        between.get(1).value(),
                        rank.value().central());
    }
}
