package muster.allocation.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How models can be served, in order, and the same by the kind of chip: a search asks for a kind of chip in every period of every
 * schedule.
 *
 * @param all every way to serve
 * @param byChip the same by the id of the kind of chip
 */
public record ServingMenu(List<ServingOption> all, Map<String, List<ServingOption>> byChip) {
    public ServingMenu {
        all = List.copyOf(all);
        byChip = Collections.unmodifiableMap(new LinkedHashMap<>(byChip));
    }

    /** A menu of some ways to serve. */
    public static ServingMenu of(List<ServingOption> all) {
        return new ServingMenu(
                all,
                all.stream()
                        .collect(Collectors.groupingBy(ServingOption::chip, LinkedHashMap::new, Collectors.toList())));
    }

    /** The ways to serve on a kind of chip. */
    public List<ServingOption> on(String chip) {
        return byChip.getOrDefault(chip, List.of());
    }
}
