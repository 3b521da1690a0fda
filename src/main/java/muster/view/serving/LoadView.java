package muster.view.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import muster.catalog.Edition;
import muster.inference.replica.FrontierQuery;
import muster.inference.replica.LoadAnswer;
import muster.inference.replica.LoadStudy;
import muster.inference.replica.LoadTarget;
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
 * How many chips serve a load within its limits: the layouts of each kind of chip, fewest chips first, and why others serve it not.
 *
 * @param query what was asked of each
 * @param target the load
 * @param studies what was found, those that serve it first
 * @param catalog which catalog it was computed from
 */
public record LoadView(FrontierQuery query, LoadTarget target, List<LoadStudy> studies, Edition catalog)
        implements View {
    private static final int DIGITS = 3;
    private static final double HOUR = 3600;

    public LoadView {
        studies = List.copyOf(studies);
    }

    @Override
    public String title() {
        return "muster throughput --model %s --rate '%s request/s'"
                .formatted(query.model().value(), NumberText.exact(target.rate()));
    }

    @Override
    public List<Section> sections(Medium medium) {
        List<Section> sections = new ArrayList<>();
        List<List<String>> rows = studies.stream()
                .flatMap(study -> study.answers().stream().map(answer -> row(study, answer)))
                .toList();
        if (!rows.isEmpty()) {
            sections.add(Grid.of(
                    List.of(
                            "chip",
                            "chips",
                            "replicas",
                            "parallelism",
                            "TTFT, ms",
                            "TPOT, ms",
                            "request, s",
                            "load",
                            "binds",
                            "USD/h",
                            "USD/Mtoken",
                            "kW"),
                    rows,
                    Set.of(1, 2, 4, 5, 6, 7, 9, 10, 11)));
        }
        List<List<String>> cannot = studies.stream()
                .filter(study -> study.answers().isEmpty())
                .map(study -> List.of(study.chip(), study.reason()))
                .toList();
        if (!cannot.isEmpty()) {
            sections.add(Chapter.captioned("cannot", Grid.of(List.of("chip", "why"), cannot, Set.of())));
        }
        Words title = Words.NONE
                .strong("%s request/s of %s"
                        .formatted(
                                NumberText.exact(target.rate()), query.model().value()))
                .plain(", catalog " + catalog);
        List<String> notes = new ArrayList<>(notes());
        catalog.changes().forEach(change -> notes.add("changed: " + change));
        sections.add(Chapter.of(Rank.CAPTION, title, Notes.of(notes)));
        return sections;
    }

    private List<String> row(LoadStudy study, LoadAnswer answer) {
        return List.of(
                study.chip(),
                NumberText.exact(answer.chips()),
                NumberText.exact(answer.replicas()),
                DeploymentWords.spread(answer.deployment()),
                shown(1e3 * answer.served().timeToFirstTokenSeconds()),
                shown(1e3 * answer.served().tokenSeconds()),
                shown(answer.served().requestSeconds()),
                shown(100 * answer.served().load()) + "%",
                answer.binds().toString(),
                shown(answer.ofChips(study.rentUsdPerHour()), 1),
                shown(usdPerToken(study, answer), 1e6),
                shown(answer.ofChips(study.powerWatts()), 1e-3));
    }

    OptionalDouble usdPerToken(LoadStudy study, LoadAnswer answer) {
        OptionalDouble rent = answer.ofChips(study.rentUsdPerHour());
        double tokens = HOUR * answer.tokensPerSecond(query.request().context().outputTokens());
        return rent.isPresent() ? OptionalDouble.of(rent.getAsDouble() / tokens) : OptionalDouble.empty();
    }

    private List<String> notes() {
        return Stream.of(
                        "requests come independently; %s prompt tokens%s, %s output tokens; replicas of at most %s chips that prefill for themselves"
                                .formatted(
                                        NumberText.exact(
                                                query.request().context().promptTokens()),
                                        target.cachedTokens() > 0
                                                ? " of which " + NumberText.exact(target.cachedTokens()) + " are cached"
                                                : "",
                                        NumberText.exact(
                                                query.request().context().outputTokens()),
                                        query.request().maxReplicaChips()),
                        "limits: first token %s, output token %s, on average"
                                .formatted(limit(target.firstTokenSeconds()), limit(target.tokenSeconds())),
                        "load: the part of the rate at which a replica saturates, at most 90%; binds: what keeps fewer replicas from serving the rate")
                .toList();
    }

    private static String limit(OptionalDouble seconds) {
        return seconds.isPresent() ? "within " + shown(1e3 * seconds.getAsDouble()) + " ms" : "at any time";
    }

    private static String shown(double value) {
        return NumberText.rounded(value, DIGITS);
    }

    private static String shown(OptionalDouble value, double factor) {
        return value.isPresent() ? shown(factor * value.getAsDouble()) : "";
    }

    @Override
    public Data data() {
        return LoadData.of(this);
    }

    /** A row for each layout, and one for each kind of chip that has none, with all digits. */
    @Override
    public Grid rows() {
        List<List<String>> rows = new ArrayList<>();
        for (LoadStudy study : studies) {
            study.answers().forEach(answer -> rows.add(cells(study, answer)));
            if (study.answers().isEmpty()) {
                rows.add(List.of(
                        query.model().value(),
                        study.chip(),
                        NumberText.exact(target.rate()),
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        study.reason(),
                        catalog.hash()));
            }
        }
        return Grid.of(
                List.of(
                        "model",
                        "chip",
                        "rate",
                        "chips",
                        "replicas",
                        "parallelism",
                        "time_to_first_token",
                        "time_per_output_token",
                        "request_time",
                        "load",
                        "binds",
                        "rent",
                        "cost",
                        "power",
                        "reason",
                        "catalog"),
                rows,
                Set.of());
    }

    private List<String> cells(LoadStudy study, LoadAnswer answer) {
        return List.of(
                query.model().value(),
                study.chip(),
                NumberText.exact(target.rate()),
                NumberText.exact(answer.chips()),
                NumberText.exact(answer.replicas()),
                DeploymentWords.spread(answer.deployment()),
                NumberText.exact(answer.served().timeToFirstTokenSeconds()),
                NumberText.exact(answer.served().tokenSeconds()),
                NumberText.exact(answer.served().requestSeconds()),
                NumberText.exact(answer.served().load()),
                answer.binds().toString(),
                exact(answer.ofChips(study.rentUsdPerHour())),
                exact(usdPerToken(study, answer)),
                exact(answer.ofChips(study.powerWatts())),
                "",
                catalog.hash());
    }

    private static String exact(OptionalDouble value) {
        return value.isPresent() ? NumberText.exact(value.getAsDouble()) : "";
    }
}
