package muster.view.published;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muster.catalog.Edition;
import muster.published.PublishedReplay;
import muster.published.PublishedTable;
import muster.published.TableCell;
import muster.uncertainty.Evidence;
import muster.uncertainty.Source;
import muster.unit.NumberText;
import muster.unit.Quantity;
import muster.view.Chapter;
import muster.view.Data;
import muster.view.DataDocument;
import muster.view.Fields;
import muster.view.Grid;
import muster.view.Medium;
import muster.view.Paragraph;
import muster.view.Preformatted;
import muster.view.Rank;
import muster.view.Section;
import muster.view.View;
import muster.view.Words;

/**
 * Published figures beside ours: by publication, a block for each figure and one for each table, and a line that counts; a
 * document has one table of all.
 *
 * @param replays the figures
 * @param catalog which catalog they are computed from
 */
public record ReplayView(List<PublishedReplay> replays, Edition catalog) implements View {

    public ReplayView {
        replays = List.copyOf(replays);
    }

    @Override
    public String title() {
        return "muster reproduce";
    }

    @Override
    public List<Section> sections(Medium medium) {
        List<Section> sections = new ArrayList<>();
        if (medium == Medium.DOCUMENT) {
            sections.add(rows());
        } else {
            publications()
                    .forEach((publication, blocks) ->
                            sections.add(new Chapter(Rank.HEADING, Words.of(publication), "", blocks)));
        }
        sections.add(Paragraph.of(count(replays)));
        return sections;
    }

    private Map<String, List<Section>> publications() {
        Map<String, List<Section>> publications = new LinkedHashMap<>();
        for (List<PublishedReplay> block : blocks(replays)) {
            PublishedReplay first = block.get(0);
            publications
                    .computeIfAbsent(first.publication(), name -> new ArrayList<>())
                    .add(first.cell().map(cell -> table(cell, block)).orElseGet(() -> figure(first)));
        }
        return publications;
    }

    // Cells of one table stand together.
    private static List<List<PublishedReplay>> blocks(List<PublishedReplay> replays) {
        List<List<PublishedReplay>> blocks = new ArrayList<>();
        Optional<PublishedTable> last = Optional.empty();
        for (PublishedReplay replay : replays) {
            Optional<PublishedTable> table = replay.cell().map(TableCell::table);
            if (table.isEmpty() || !table.equals(last)) {
                blocks.add(new ArrayList<>());
            }
            blocks.get(blocks.size() - 1).add(replay);
            last = table;
        }
        return blocks;
    }

    private static Section figure(PublishedReplay replay) {
        List<String> lines = new ArrayList<>();
        lines.add("published  %s".formatted(replay.figure().published().value()));
        replay.ours().ifPresent(ours -> lines.add("ours       %s, %s".formatted(shown(ours), deviation(replay))));
        lines.add("why        %s".formatted(replay.figure().finding().reason()));
        second(replay).ifPresent(lines::add);
        return Chapter.of(
                Rank.HEADING, Words.of("%s: %s".formatted(replay.id(), verdict(replay))), new Preformatted(lines));
    }

    private static Section table(TableCell first, List<PublishedReplay> replays) {
        PublishedTable table = first.table();
        String id = replays.get(0).id();
        List<String> lines = new ArrayList<>(List.of("why        %s".formatted(table.reason())));
        second(replays.get(0)).ifPresent(lines::add);
        List<List<String>> rows = replays.stream()
                .map(replay -> List.of(
                        replay.cell().map(TableCell::name).orElse(""),
                        replay.figure()
                                .computed()
                                .map(found -> shown(found.value()))
                                .orElse("-"),
                        replay.ours().map(ReplayView::shown).orElse("-"),
                        deviation(replay),
                        verdict(replay) + own(replay.figure().finding().reason(), table.reason())))
                .toList();
        return Chapter.of(
                Rank.HEADING,
                Words.of("%s: %s"
                        .formatted(
                                id.substring(0, id.length() - first.name().length() - 1),
                                table.published().value())),
                new Preformatted(lines),
                Grid.of(List.of("row", "published", "computed", "deviation", "verdict"), rows, Set.of(1, 2, 3)));
    }

    private static String own(String reason, String ofTheTable) {
        return reason.equals(ofTheTable) ? "" : ": " + reason;
    }

    @Override
    public Data data() {
        return DataDocument.of("reproduce/v2", catalog)
                .results(replays.stream().map(ReplayView::data).toList());
    }

    private static Data data(PublishedReplay replay) {
        Fields published = new Fields().text("text", replay.figure().published().value());
        replay.figure()
                .computed()
                .ifPresent(found -> published
                        .number("value", found.value().value())
                        .text("unit", found.value().unit().symbol())
                        .number(
                                "tolerance",
                                found.tolerance().value().distribution().central()));
        Optional<Source> source = replay.figure().published().source();
        return new Fields()
                .text("id", replay.id())
                .text("group", replay.group().toString())
                .put("published", published.build())
                .put(
                        "computed",
                        replay.ours()
                                .map(ours -> Fields.quantity(
                                        ours.value(), ours.unit().symbol())))
                .text("verdict", replay.verdict())
                .flag("holds", replay.holds())
                .text("reason", replay.figure().finding().reason())
                .text("source", source.map(Source::citation))
                .text("evidence", source.map(found -> found.evidence().toString()))
                .build();
    }

    /** A row for each figure. */
    @Override
    public Grid rows() {
        List<List<String>> rows = new ArrayList<>();
        replays.forEach(replay -> rows.add(List.of(
                replay.id(),
                replay.figure().published().value(),
                replay.ours().map(ReplayView::shown).orElse("-"),
                replay.ours().map(ours -> deviation(replay)).orElse("-"),
                verdict(replay),
                replay.figure().finding().reason(),
                replay.source())));
        return Grid.of(List.of("id", "published", "computed", "deviation", "verdict", "why", "source"), rows, Set.of());
    }

    // What was not read in its source says so.
    private static Optional<String> second(PublishedReplay replay) {
        return replay.figure()
                .published()
                .source()
                .filter(source -> source.evidence() != Evidence.READ)
                .map(source -> "source     %s".formatted(source.citation()));
    }

    private static String verdict(PublishedReplay replay) {
        return replay.holds() ? replay.verdict() : "FAILED (marked %s)".formatted(replay.verdict());
    }

    private static String shown(Quantity quantity) {
        String unit = quantity.unit().symbol();
        return NumberText.rounded(quantity.value(), 4) + (unit.equals("1") ? "" : " " + unit);
    }

    private static String deviation(PublishedReplay replay) {
        if (replay.deviation().isEmpty()) {
            return "another unit";
        }
        double percent = 100 * replay.deviation().getAsDouble();
        return Math.abs(percent) < 0.005 ? "the same" : String.format(Locale.ROOT, "%+.2f%%", percent);
    }

    private static String count(List<PublishedReplay> replays) {
        long computed =
                replays.stream().filter(replay -> replay.ours().isPresent()).count();
        long agree = replays.stream().filter(PublishedReplay::agrees).count();
        long broken = replays.stream().filter(replay -> !replay.holds()).count();
        return "%s: %s agree with the print, %s do not%s; %s"
                .formatted(
                        replays.size() == 1 ? "1 figure" : replays.size() + " figures",
                        agree,
                        computed - agree,
                        computed == replays.size() ? "" : ", %s are not computed".formatted(replays.size() - computed),
                        broken == 0 ? "every verdict holds" : broken + " verdicts do not hold");
    }
}
