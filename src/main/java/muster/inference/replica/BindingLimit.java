package muster.inference.replica;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import muster.unit.NumberText;

/**
 * A limit of the search for replicas without which more could be had.
 *
 * @param chip the id of the kind of chip
 * @param of which limit
 * @param value the limit: in chip, stage or s
 * @param relaxed the limit that was tried in its place; infinite for none
 * @param gain what could be had with that over what is had; infinite where nothing is had
 */
public record BindingLimit(String chip, Of of, double value, double relaxed, double gain) {

    /** The limits of a search. */
    public enum Of {
        /** The most chips of a replica. */
        MAX_REPLICA_CHIPS,
        /** The most pipeline stages of a replica that decodes. */
        STAGES,
        /** The longest time to first token. */
        MAX_TIME_TO_FIRST_TOKEN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same on another kind of chip that is like it. */
    public BindingLimit on(String other) {
        return new BindingLimit(other, of, value, relaxed, gain);
    }

    /** Limits as sentences, one for each limit with the kinds of chips that it binds, the most first. */
    public static List<String> words(List<BindingLimit> limits) {
        Map<String, List<BindingLimit>> alike = new LinkedHashMap<>();
        limits.stream()
                .sorted(Comparator.comparingDouble(BindingLimit::gain).reversed())
                .forEach(limit -> alike.computeIfAbsent(limit.head(), head -> new ArrayList<>())
                        .add(limit));
        return alike.entrySet().stream()
                .map(entry -> entry.getKey()
                        + entry.getValue().stream().map(BindingLimit::effect).collect(Collectors.joining(", ")))
                .toList();
    }

    private String head() {
        return "%s of %s binds: %s "
                .formatted(
                        of,
                        NumberText.rounded(value, 4),
                        Double.isInfinite(relaxed) ? "without it" : "with " + NumberText.rounded(relaxed, 4));
    }

    private String effect() {
        return Double.isInfinite(gain)
                ? chip + " would serve"
                : "%s would serve %s times as much".formatted(chip, NumberText.rounded(gain, 4));
    }
}
