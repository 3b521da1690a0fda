package muster.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import muster.catalog.Catalog;
import muster.catalog.Entry;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.scenario.Estimate;
import muster.scenario.Scenario;
import muster.scenario.ScenarioCatalog;
import muster.scenario.Scenarios;
import muster.trace.TraceStep;
import muster.uncertainty.Source;
import muster.unit.NumberText;

/** The shipped scenarios, and what each file adds to the one that it extends, with its justification. */
final class ScenarioTable {
    private ScenarioTable() {}

    static PageTable scenarios() {
        Problems problems = new Problems();
        Catalog catalog = ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(), problems);
        List<List<String>> rows = new ArrayList<>();
        for (String id : catalog.ids(Scenario.KIND)) {
            Entry entry = catalog.entry(Scenario.KIND, new Text(id, Place.argument(id)), problems)
                    .orElseThrow();
            rows.add(List.of(
                    "`" + id + "`",
                    entry.title().orElse(""),
                    purpose(catalog, id, problems),
                    entry.base().map(base -> "`" + base.value() + "`").orElse("-")));
        }
        assertThat(problems.sorted()).isEmpty();
        return new PageTable(List.of("scenario", "what it is", "what it is for", "extends"), rows);
    }

    // That of the file itself, not of the one that it extends.
    private static String purpose(Catalog catalog, String id, Problems problems) {
        List<Entry> stack = catalog.stack(Scenario.KIND, new Text(id, Place.argument(id)), problems);
        return stack.get(stack.size() - 1)
                .body()
                .text("purpose")
                .map(Text::value)
                .orElse("-");
    }

    static PageTable parameters() {
        Problems problems = new Problems();
        Catalog catalog = ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(), problems);
        List<List<String>> rows = new ArrayList<>();
        for (String id : catalog.ids(Scenario.KIND)) {
            Estimate estimate = Scenarios.plan(catalog, new Text(id, Place.argument(id)), List.of(), problems)
                    .map(Estimate::of)
                    .orElseThrow();
            estimate.steps().stream()
                    .filter(step -> step.kind() == TraceStep.Kind.INPUT && writtenIn(step, id))
                    .forEach(step -> rows.add(List.of(
                            "`" + id + "`",
                            "`" + step.name() + "`",
                            (NumberText.rounded(step.value(), 4) + " " + step.unit()).replaceAll(" 1$", ""),
                            step.source().map(Source::citation).orElse(""),
                            estimate.headline().contains(step.name()) ? "yes" : "no")));
        }
        assertThat(problems.sorted()).isEmpty();
        return new PageTable(List.of("scenario", "parameter", "value", "justification", "headline"), rows);
    }

    // A default stands where the section begins; it is no parameter of the file's own.
    private static boolean writtenIn(TraceStep step, String id) {
        return step.place()
                        .filter(place -> place.file().endsWith("/" + id + ".yaml"))
                        .isPresent()
                && step.source().filter(source -> source.id().equals("default")).isEmpty();
    }
}
