package muster.allocation.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How models can be served, in order, and the same by the kind of chip: a search asks for a kind of chip in every period of every
 * schedule.
 *
 * @param all every way to serve
 * @param byChip the same by the id of the kind of chip
 * @param models the ids of the models that can be served
 */
public record ServingMenu(List<ServingOption> all, Map<String, List<ServingOption>> byChip, Set<String> models) {
    public ServingMenu {
        all = List.copyOf(all);
        byChip = Collections.unmodifiableMap(new LinkedHashMap<>(byChip));
        models = Collections.unmodifiableSet(new LinkedHashSet<>(models));
    }

    /** A menu of some ways to serve. */
    public static ServingMenu of(List<ServingOption> all) {
        return new ServingMenu(
                all,
                all.stream()
                        .collect(Collectors.groupingBy(ServingOption::chip, LinkedHashMap::new, Collectors.toList())),
                all.stream().map(ServingOption::model).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** The ways to serve on a kind of chip. */
    public List<ServingOption> on(String chip) {
        return byChip.getOrDefault(chip, List.of());
    }
}
