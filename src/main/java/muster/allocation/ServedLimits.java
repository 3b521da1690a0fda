package muster.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import muster.allocation.problem.Activity;
import muster.allocation.problem.Assignment;
import muster.allocation.search.OptimalPlan;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Problems;
import muster.diagnostic.Severity;
import muster.inference.replica.BindingLimit;
import muster.inference.replica.Frontier;
import muster.inference.replica.ModelOnChip;
import muster.inference.replica.OperatingPoint;
import muster.inference.replica.SearchedModel;
import muster.inference.replica.TimeModelChoice;

/** The limits of the searches for replicas that bind what a plan serves, and its layouts that too few measured rows ran. */
final class ServedLimits {
    private final ServingSearch search;
    private final Set<Served> served = new HashSet<>();
    private final List<BindingLimit> binding = new ArrayList<>();
    // Who serves so, by what is said of the layout.
    private final Map<String, Set<String>> unmeasured = new TreeMap<>();
    // Frontiers are searched again, since few are served and all take much memory; of chips that are alike once.
    private final Map<SearchedModel, Frontier> frontiers = new HashMap<>();
    private final Map<Probed, List<BindingLimit>> probed = new HashMap<>();

    /** What a chip serves, by its names. */
    private record Served(String chip, String variant) {}

    /** A point of a frontier that is served. */
    private record Probed(SearchedModel model, int point) {}

    /** The limits of a plan, of the offers that stand below. */
    ServedLimits(ServingSearch search, OptimalPlan plan) {
        this.search = search;
        for (Assignment one : plan.assignments()) {
            if (one.activity() instanceof Activity.Serve serve) {
                served.add(new Served(serve.serving().chip(), serve.serving().variant()));
            }
        }
    }

    /**
     * Looks at what was offered of a pair.
     *
     * @param offers one for each point of its frontier, in order
     */
    void look(ServingPair pair, List<ServingOffer> offers) {
        for (int point = 0; point < offers.size(); point++) {
            int index = point;
            if (served.contains(new Served(pair.id(), offers.get(point).variant()))) {
                search.setup(pair, new Problems()).ifPresent(setup -> probe(pair, setup, index));
            }
        }
    }

    private void probe(ServingPair pair, ModelOnChip setup, int point) {
        SearchedModel seen = SearchedModel.of(setup);
        String name = "%s with %s in %s".formatted(pair.id(), pair.model().id(), pair.format());
        OperatingPoint served = frontiers
                .computeIfAbsent(seen, alike -> search.frontier(setup))
                .points()
                .get(point);
        setup.unmeasured(served.deployment(), served.prefill())
                .ifPresent(words -> unmeasured
                        .computeIfAbsent(words, key -> new TreeSet<>())
                        .add(name));
        probed.computeIfAbsent(new Probed(seen, point), unknown -> limits(name, setup, served))
                .forEach(limit -> binding.add(limit.on(name)));
    }

    private List<BindingLimit> limits(String name, ModelOnChip setup, OperatingPoint point) {
        return Frontier.limits(
                name, TimeModelChoice.CALIBRATED.of(setup), setup, search.request(), point, point.serialSpeed());
    }

    /** What binds of all that was looked at, and what no measurement speaks for, in words. */
    List<Diagnostic> warnings() {
        List<Diagnostic> warnings = new ArrayList<>();
        BindingLimit.words(binding).forEach(words -> warnings.add(warning("limit-binds", words)));
        unmeasured.forEach((words, names) -> warnings.add(warning(
                "unmeasured-layout",
                "%s: %s. Maybe allocation.serve.layouts: as-benchmarked?".formatted(String.join(", ", names), words))));
        return warnings;
    }

    private Diagnostic warning(String code, String words) {
        return new Diagnostic(
                Severity.WARNING, code, search.serve().serialSpeed().place(), words);
    }
}
