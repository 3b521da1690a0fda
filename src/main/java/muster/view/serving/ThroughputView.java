package muster.view.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import muster.catalog.Edition;
import muster.inference.replica.BindingLimit;
import muster.inference.replica.FrontierStudy;
import muster.inference.replica.LayoutChoice;
import muster.inference.replica.OperatingPoint;
import muster.inference.step.Deployment;
import muster.inference.step.TokenTimeBreakdown;
import muster.unit.NumberText;
import muster.view.Chapter;
import muster.view.Data;
import muster.view.Grid;
import muster.view.Medium;
import muster.view.Notes;
import muster.view.Rank;
import muster.view.Section;
import muster.view.View;
import muster.view.Words;

/**
 * A frontier of serial speed against throughput: the deployments between which there is a choice, the best of them, and what the
 * figures rest on.
 *
 * @param study what was found
 * @param explain whether to add the breakdown of the time per output token on each
 * @param catalog which catalog it was computed from
 */
public record ThroughputView(FrontierStudy study, boolean explain, Edition catalog) implements View {
    private static final int DIGITS = 3;

    @Override
    public String title() {
        return "muster throughput --model %s --chip %s".formatted(study.model(), study.chip());
    }

    @Override
    public Data data() {
        return ThroughputData.of(List.of(study), catalog);
    }

    @Override
    public List<Section> sections(Medium medium) {
        List<Section> sections = new ArrayList<>(List.<Section>of(grid(study)));
        if (explain) {
            sections.add(breakdown(study));
            sections.addAll(StepTimeTable.of(study));
        }
        Words title = Words.NONE.strong(title(study)).plain(", catalog " + catalog);
        List<String> notes = new ArrayList<>(notes(study));
        catalog.changes().forEach(change -> notes.add("changed: " + change));
        sections.add(Chapter.of(Rank.CAPTION, title, Notes.of(notes)));
        return sections;
    }

    /** Why there is no frontier. */
    public static String nothing(FrontierStudy study) {
        boolean any = study.request().layouts() == LayoutChoice.ANY;
        return "%s: no replica of at most %s chips%s holds the model and a sequence of %s tokens; %s. Maybe %s--max-replica-chips, narrower --formats, or a chip with fast links or a network?"
                .formatted(
                        title(study),
                        study.request().maxReplicaChips(),
                        any ? "" : " in a layout as benchmarked",
                        NumberText.exact(study.request().context().mostTokens()),
                        needed(study),
                        any ? "" : "--layouts any, ");
    }

    /** What a model needs of chips that form no replica of it. */
    static String needed(FrontierStudy study) {
        double bytes = study.setup().memory().modelBytes();
        double usable = study.setup().memory().usableBytes();
        return usable > 0
                ? "its weights take %s GB, and a chip holds %s GB of weights and cache: %s chips hold the weights alone"
                        .formatted(shown(bytes / 1e9), shown(usable / 1e9), NumberText.exact(Math.ceil(bytes / usable)))
                : "the engine alone fills a chip";
    }

    /** That no deployment is as fast as is asked for. */
    public static String tooSlow(FrontierStudy study) {
        return "%s: %s".formatted(title(study), slow(study));
    }

    static String slow(FrontierStudy study) {
        return "no deployment has %s token/s a stream; the fastest has %s"
                .formatted(
                        shown(study.requiredSpeed()),
                        study.frontier()
                                .fastest()
                                .map(point -> shown(point.serialSpeed()))
                                .orElse("none"));
    }

    static String title(FrontierStudy study) {
        return "%s on %s in %s"
                .formatted(study.model(), study.chip(), study.setup().encodings());
    }

    static Grid grid(FrontierStudy study) {
        List<List<String>> rows = study.frontier().points().stream()
                .map(point -> row(study.best().filter(point::equals).isPresent() ? ">" : "", study, point))
                .toList();
        return grid("", rows);
    }

    /** Deployments as a table, under a first column of a name. */
    static Grid grid(String first, List<List<String>> rows) {
        return Grid.of(
                List.of(
                        first,
                        "token/s",
                        "token/s/chip",
                        "chips",
                        "parallelism",
                        "batch",
                        "TTFT, s",
                        "USD/Mtoken",
                        "J/token",
                        "of peak"),
                rows,
                Set.of(1, 2, 3, 5, 6, 7, 8, 9));
    }

    /** A deployment as a row of such a table, below a first cell. */
    static List<String> row(String first, FrontierStudy study, OperatingPoint point) {
        return List.of(
                first,
                shown(point.serialSpeed()),
                shown(point.throughputPerChip()),
                shown(point.chips()),
                DeploymentWords.spread(point),
                NumberText.exact(point.deployment().batch()),
                shown(point.timeToFirstTokenSeconds()),
                shown(scaled(study.usdPerToken(point), 1e6)),
                shown(study.joulesPerToken(point)),
                shown(100 * study.utilization(point)) + "%");
    }

    static Grid breakdown(FrontierStudy study) {
        List<List<String>> rows = new ArrayList<>();
        for (OperatingPoint point : study.frontier().points()) {
            TokenTimeBreakdown causes = point.breakdown();
            List<String> row = new ArrayList<>(
                    List.of(shown(point.serialSpeed()), DeploymentWords.spread(point), shown(1e3 * causes.seconds())));
            DeploymentWords.parts(causes).forEach(part -> row.add(shown(1e3 * part)));
            rows.add(row);
        }
        List<String> head = new ArrayList<>(List.of("token/s", "parallelism", "ms/token"));
        head.addAll(DeploymentWords.causes());
        return Grid.of(head, rows, Set.of(0, 2, 3, 4, 5, 6, 7, 8));
    }

    static List<String> notes(FrontierStudy study) {
        List<String> notes = new ArrayList<>();
        study.best()
                .ifPresent(point -> notes.add("best%s: %s token/s a stream and %s token/s/chip; %s"
                        .formatted(
                                study.requiredSpeed().isPresent()
                                        ? " at %s token/s or more"
                                                .formatted(shown(
                                                        study.requiredSpeed().getAsDouble()))
                                        : "",
                                shown(point.serialSpeed()),
                                shown(point.throughputPerChip()),
                                DeploymentWords.spread(point))));
        notes.addAll(study.notes());
        notes.addAll(BindingLimit.words(study.limits()));
        notes.add("context: %s; replicas of at most %s chips; %s deployments timed"
                .formatted(
                        study.request().context().words(),
                        study.request().maxReplicaChips(),
                        study.frontier().tried()));
        notes.addAll(LayoutNotes.of(study));
        notes.add(error(study));
        notes.add(
                "batch: sequences of each tensor-parallel group; TTFT: time to first token, its queue counted, - where prompts must share steps");
        return notes;
    }

    private static String error(FrontierStudy study) {
        double[] factors = study.frontier().points().stream()
                .flatMapToDouble(point -> study.errorFactor(point).stream())
                .sorted()
                .toArray();
        if (factors.length == 0) {
            return "method %s; how far it is from measured speeds is not known here".formatted(study.method());
        }
        double least = factors[0];
        double most = factors[factors.length - 1];
        String range = least == most
                ? "%s to %s".formatted(NumberText.rounded(1 / most, 2), NumberText.rounded(most, DIGITS))
                : "%s to %s, by the batch up to %s to %s,"
                        .formatted(
                                NumberText.rounded(1 / least, 2),
                                NumberText.rounded(least, DIGITS),
                                NumberText.rounded(1 / most, 2),
                                NumberText.rounded(most, DIGITS));
        return "method %s; a measured speed is %s of the modelled in 90%% of cases%s"
                .formatted(
                        study.method(),
                        range,
                        study.setup().unseen().any()
                                ? "; %s, so the band is that of %s"
                                        .formatted(
                                                study.setup().unseen().words(),
                                                study.setup().unseen().grounds())
                                : "");
    }

    /** A row for each deployment, with all digits. */
    @Override
    public Grid rows() {
        return rows(List.of(study), catalog);
    }

    static Grid rows(List<FrontierStudy> studies, Edition catalog) {
        List<String> head = new ArrayList<>(List.of(
                "model",
                "chip",
                "formats",
                "method",
                "serial_speed",
                "throughput_per_chip",
                "chips",
                "tensor",
                "two_dimensional",
                "data",
                "expert",
                "stages",
                "batch",
                "disaggregated_prefill",
                "layout_rows",
                "prefill_seconds",
                "time_to_first_token_seconds",
                "usd_per_token",
                "joules_per_token",
                "utilization"));
        DeploymentWords.causes().forEach(cause -> head.add(cause + "_seconds"));
        head.add("catalog");
        List<List<String>> rows = new ArrayList<>();
        studies.forEach(study -> rows.addAll(rows(study, catalog)));
        return Grid.of(head, rows, Set.of());
    }

    private static List<List<String>> rows(FrontierStudy study, Edition catalog) {
        List<List<String>> rows = new ArrayList<>();
        for (OperatingPoint point : study.frontier().points()) {
            Deployment deployment = point.deployment();
            List<String> row = new ArrayList<>(List.of(
                    study.model(),
                    study.chip(),
                    study.setup().encodings().toString(),
                    study.method(),
                    NumberText.exact(point.serialSpeed()),
                    NumberText.exact(point.throughputPerChip()),
                    NumberText.exact(point.chips()),
                    Integer.toString(deployment.tensor()),
                    Boolean.toString(deployment.twoDimensional()),
                    Integer.toString(deployment.data()),
                    Integer.toString(deployment.expert()),
                    Integer.toString(deployment.stages()),
                    NumberText.exact(deployment.batch()),
                    Boolean.toString(deployment.disaggregated()),
                    Integer.toString(study.setup().rows(deployment, point.prefill())),
                    NumberText.exact(point.prefillSeconds()),
                    exact(point.timeToFirstTokenSeconds()),
                    exact(study.usdPerToken(point)),
                    exact(study.joulesPerToken(point)),
                    NumberText.exact(study.utilization(point))));
            DeploymentWords.parts(point.breakdown()).forEach(part -> row.add(NumberText.exact(part)));
            row.add(catalog.hash());
            rows.add(row);
        }
        return rows;
    }

    private static OptionalDouble scaled(OptionalDouble number, double factor) {
        return number.isPresent() ? OptionalDouble.of(number.getAsDouble() * factor) : number;
    }

    private static String shown(OptionalDouble number) {
        return number.isPresent() ? shown(number.getAsDouble()) : "-";
    }

    private static String shown(double number) {
        return NumberText.rounded(number, DIGITS);
    }

    private static String exact(OptionalDouble number) {
        return number.isPresent() ? NumberText.exact(number.getAsDouble()) : "";
    }
}
