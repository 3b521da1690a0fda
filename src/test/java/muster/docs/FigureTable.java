package muster.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import muster.catalog.Catalog;
import muster.catalog.Overlay;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.hardware.Chip;
import muster.scenario.Estimate;
import muster.scenario.Scenario;
import muster.scenario.ScenarioCatalog;
import muster.scenario.Scenarios;
import muster.trace.TraceStep;

/**
 * The names of the figures, from the traces of the built-in scenarios and of those in figures.yaml, which compute the rest.
 * Inputs are left out: they are named by their path.
 */
final class FigureTable {
    private static final Path MORE = Page.HOME.resolve("src/test/resources/muster/docs/figures.yaml");

    private static final Catalog SHELF = shelf();
    private static final String CHIP = "\\b(" + String.join("|", SHELF.ids(Chip.KIND)) + ")(?![\\w-])";
    private static final Pattern OF_A_CHIP =
            Pattern.compile("\\b(fleet\\.(chips|entries|made_of)|inference\\.(chips|replica|throughput\\.error))\\.");
    private static final List<TraceStep> STEPS = read();
    // Hundreds of traces have the same names, and each table asks for them.
    private static final Map<String, String> GENERAL = new ConcurrentHashMap<>();

    private FigureTable() {}

    static PageTable of() {
        Map<String, Set<String>> units = new TreeMap<>();
        Map<String, Set<String>> made = new TreeMap<>();
        STEPS.stream().filter(step -> step.kind() != TraceStep.Kind.INPUT).forEach(step -> {
            String name = general(step.name());
            units.computeIfAbsent(name, key -> new LinkedHashSet<>()).add("`" + step.unit() + "`");
            made.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(how(step));
        });
        assertThat(units.keySet())
                .as("figures that a scenario of the catalog or of %s computes", MORE.getFileName())
                .containsAll(Sources.names());
        List<List<String>> rows = new ArrayList<>();
        units.forEach(
                (name, unit) -> rows.add(List.of("`" + name + "`", String.join(" or ", unit), ways(made.get(name)))));
        return new PageTable(List.of("name", "unit", "made of", "meaning"), rows);
    }

    // More would not be read.
    private static String ways(Set<String> made) {
        return made.size() > 4
                ? "one of %d expressions: see [equations](equations.md)".formatted(made.size())
                : String.join("<br>or ", made);
    }

    /** The steps of every scenario. */
    static List<TraceStep> steps() {
        return STEPS;
    }

    private static Catalog shelf() {
        Problems problems = new Problems();
        Catalog catalog = ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(), problems)
                .under(Overlay.file(MORE, ScenarioCatalog.KINDS, problems));
        assertThat(problems.sorted()).isEmpty();
        return catalog;
    }

    private static List<TraceStep> read() {
        Problems problems = new Problems();
        List<TraceStep> steps = SHELF.ids(Scenario.KIND).stream()
                .map(id -> Scenarios.plan(SHELF, new Text(id, Place.argument(id)), List.of(), problems))
                .flatMap(Optional::stream)
                .map(Estimate::of)
                .flatMap(estimate -> estimate.steps().stream())
                .toList();
        assertThat(problems.sorted()).isEmpty();
        return steps;
    }

    /** How a step is made, in general names. */
    static String how(TraceStep step) {
        if (step.kind() == TraceStep.Kind.CONSTANT) {
            return "constant";
        }
        if (step.kind() == TraceStep.Kind.SOLVED) {
            return "a search, with checks";
        }
        List<String> terms = terms(step.expression());
        return terms.isEmpty()
                ? "`%s`".formatted(general(step.expression()))
                : "sum of `%s`".formatted(String.join("` and `", terms));
    }

    /** The terms of a sum over the parts of a fleet, those that are alike once; none where it is no such sum. */
    static List<String> terms(String expression) {
        List<String> all = List.of(expression.split(" \\+ ", -1));
        List<String> terms =
                all.stream().map(FigureTable::general).distinct().sorted().toList();
        return terms.size() < all.size() && !expression.contains("(") ? terms : List.of();
    }

    /** Names that a user or the catalog chose, as what they name. */
    static String general(String names) {
        return GENERAL.computeIfAbsent(names, FigureTable::generalised);
    }

    private static String generalised(String names) {
        String parts = names.replaceAll(
                        "\\bnvidia-h100-sxm\\.peak\\.\\w+(?= \\* fleet\\.h100e_per_h100)", "H100.peak.FORMAT")
                .replaceAll("\\bfleet\\.entries\\.[^. ]+", "fleet.entries.NAME")
                .replaceAll(
                        "\\bfleet\\.entries\\.NAME\\.(?!(chips|count|h100e|made_of|capacity)\\b)\\w+",
                        "fleet.entries.NAME.PART")
                .replaceAll("\\btraining\\.moe\\.same_\\w+", "training.moe.READING")
                .replaceAll("\\btraining\\.(dense|moe\\.by_law\\.fine_grained_moe)\\.shape\\.", "model.shape.")
                .replaceAll("\\bworkforce\\.(work_)?compared\\.[^. ]+", "workforce.$1compared.ID")
                .replaceAll("\\blead\\.(slowing|fleet_growth)\\.[^. ),]+", "lead.$1.NAME");
        String chips = OF_A_CHIP.matcher(parts).find() ? parts.replaceAll(CHIP, "CHIP") : parts;
        return chips.replaceAll("CHIP\\.peak\\.\\w+", "CHIP.peak.FORMAT")
                .replaceAll("CHIP\\.prices\\.[^. ]+", "CHIP.prices.NAME")
                .replaceAll("CHIP\\.power\\.\\w+", "CHIP.power.BASIS");
    }
}
