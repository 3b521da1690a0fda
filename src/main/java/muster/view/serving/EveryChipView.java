package muster.view.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import muster.catalog.Edition;
import muster.inference.replica.ChipStudy;
import muster.inference.replica.FrontierQuery;
import muster.inference.replica.FrontierStudy;
import muster.inference.replica.OperatingPoint;
import muster.inference.replica.PublishedFormat;
import muster.unit.NumberText;
import muster.view.Chapter;
import muster.view.Data;
import muster.view.DataDocument;
import muster.view.Fields;
import muster.view.Grid;
import muster.view.Medium;
import muster.view.Notes;
import muster.view.Rank;
import muster.view.Section;
import muster.view.View;
import muster.view.Words;

/**
 * A model on every kind of chip: the best of each that serves it, by tokens per second and chip, and why the others do not.
 *
 * @param query what was asked of each
 * @param chips what was found, those that serve first
 * @param catalog which catalog it was computed from
 */
public record EveryChipView(FrontierQuery query, List<ChipStudy> chips, Edition catalog) implements View {

    public EveryChipView {
        chips = List.copyOf(chips);
    }

    @Override
    public String title() {
        return "muster throughput --model " + query.model().value();
    }

    @Override
    public List<Section> sections(Medium medium) {
        List<Section> sections = new ArrayList<>(List.<Section>of(ChipsView.best(serving())));
        List<List<String>> cannot = chips.stream()
                .filter(chip -> chip.best().isEmpty())
                .map(chip -> List.of(chip.chip(), reason(chip)))
                .toList();
        if (!cannot.isEmpty()) {
            sections.add(Chapter.captioned("cannot", Grid.of(List.of("chip", "why"), cannot, Set.of())));
        }
        Words title = Words.NONE
                .strong("%s in %s"
                        .formatted(
                                query.model().value(),
                                query.formats().value().equals(PublishedFormat.WORD)
                                        ? "the format that it is published in"
                                        : query.formats().value()))
                .plain(", catalog " + catalog);
        sections.add(Chapter.of(Rank.CAPTION, title, Notes.of(notes())));
        return sections;
    }

    private List<FrontierStudy> serving() {
        return chips.stream()
                .filter(chip -> chip.best().isPresent())
                .flatMap(chip -> chip.study().stream())
                .toList();
    }

    private List<String> notes() {
        return List.of(
                "context: %s; replicas of at most %s chips; method %s; layouts %s, engine %s"
                        .formatted(
                                query.request().context().words(),
                                query.request().maxReplicaChips(),
                                query.method(),
                                query.request().layouts(),
                                query.engine().value()),
                "a line is the deployment with the most token/s/chip%s; --chip shows the frontier of one, and how far it is from measured speeds"
                        .formatted(
                                query.requiredSpeed().isPresent()
                                        ? " at %s token/s or more"
                                                .formatted(NumberText.exact(
                                                        query.requiredSpeed().getAsDouble()))
                                        : ""));
    }

    private static String reason(ChipStudy chip) {
        return chip.study()
                .map(study -> study.frontier().points().isEmpty()
                        ? "no replica of at most %s chips: %s"
                                .formatted(study.request().maxReplicaChips(), ThroughputView.needed(study))
                        : ThroughputView.slow(study))
                .orElse(chip.unknown());
    }

    @Override
    public Data data() {
        return DataDocument.of("throughput-chips/v1", catalog)
                .set(catalog.changes())
                .results(chips.stream().map(this::result).toList());
    }

    private Data result(ChipStudy chip) {
        Fields fields = new Fields().text("model", query.model().value()).text("chip", chip.chip());
        chip.study().ifPresent(study -> study.best().ifPresent(point -> fields.put("best", best(study, point))));
        return chip.best().isPresent()
                ? fields.build()
                : fields.text("reason", reason(chip)).build();
    }

    private static Data best(FrontierStudy study, OperatingPoint point) {
        return new Fields()
                .quantity("serial_speed", point.serialSpeed(), "token/s/stream")
                .quantity("throughput_per_chip", point.throughputPerChip(), "token/s/chip")
                .number("chips_per_replica", point.chips())
                .count("layout_rows", study.setup().rows(point.deployment(), point.prefill()))
                .quantity("time_to_first_token", point.timeToFirstTokenSeconds(), "s")
                .quantity("cost", study.usdPerToken(point), "USD/token")
                .quantity("energy", study.joulesPerToken(point), "J/token")
                .number("utilization", study.utilization(point))
                .build();
    }

    /** A row for each kind of chip, with all digits. */
    @Override
    public Grid rows() {
        List<List<String>> rows = chips.stream()
                .map(chip -> Stream.concat(
                                Stream.of(query.model().value(), chip.chip()),
                                Stream.concat(cells(chip), Stream.of(catalog.hash())))
                        .toList())
                .toList();
        return Grid.of(
                List.of(
                        "model",
                        "chip",
                        "serial_speed",
                        "throughput_per_chip",
                        "chips",
                        "parallelism",
                        "batch",
                        "reason",
                        "catalog"),
                rows,
                Set.of());
    }

    private static Stream<String> cells(ChipStudy chip) {
        Optional<OperatingPoint> best = chip.best();
        return best.isEmpty()
                ? Stream.of("", "", "", "", "", reason(chip))
                : best.stream()
                        .flatMap(point -> Stream.of(
                                NumberText.exact(point.serialSpeed()),
                                NumberText.exact(point.throughputPerChip()),
                                NumberText.exact(point.chips()),
                                DeploymentWords.spread(point),
                                NumberText.exact(point.deployment().batch()),
                                ""));
    }
}
