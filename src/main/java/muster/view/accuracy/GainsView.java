package muster.view.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import muster.accuracy.ComparedGain;
import muster.accuracy.GainGroup;
import muster.catalog.Edition;
import muster.uncertainty.Source;
import muster.unit.NumberText;
import muster.view.Chapter;
import muster.view.Data;
import muster.view.DataDocument;
import muster.view.Fields;
import muster.view.Grid;
import muster.view.Medium;
import muster.view.Notes;
import muster.view.Paragraph;
import muster.view.Rank;
import muster.view.Section;
import muster.view.View;
import muster.view.Words;

/**
 * Measured gains of techniques beside ours: every row of every group, with the bars.
 *
 * @param groups the groups
 * @param catalog which catalog they are of
 */
public record GainsView(List<GainGroup> groups, Edition catalog) implements View {
    private static final Set<Integer> NUMBERS = Set.of(1, 2, 3);

    public GainsView {
        groups = List.copyOf(groups);
    }

    @Override
    public String title() {
        return "muster accuracy gains";
    }

    @Override
    public List<Section> sections(Medium medium) {
        List<Section> sections = new ArrayList<>();
        groups.forEach(group -> sections.add(Chapter.of(
                Rank.HEADING,
                Words.of(group.title()),
                grid(group),
                Paragraph.of(verdict(group)),
                Notes.of(sources(group)))));
        sections.add(Paragraph.of(note()));
        return sections;
    }

    private static Grid grid(GainGroup group) {
        List<List<String>> rows = new ArrayList<>();
        for (ComparedGain gain : group.rows()) {
            rows.add(List.of(
                    gain.name(),
                    gain.row().gain().value().distribution().certain()
                            ? NumberText.rounded(gain.measured(), 3)
                            : gain.row().gain().value().toString(),
                    gain.model().isPresent() ? NumberText.rounded(gain.model().getAsDouble(), 3) : "-",
                    signed(gain.error()),
                    gain.source().map(Source::id).orElse(""),
                    standing(gain)));
        }
        return Grid.of(List.of("measurement", "measured", "modelled", "error", "source", ""), rows, NUMBERS);
    }

    private static List<String> sources(GainGroup group) {
        return group.rows().stream()
                .flatMap(gain -> gain.source().stream())
                .map(source -> "%s: %s".formatted(source.id(), source.citation()))
                .distinct()
                .toList();
    }

    private static String standing(ComparedGain gain) {
        return gain.row()
                .leftOut()
                .map(why -> "left out: " + why)
                .orElse(gain.row().fitted() ? "fitted to" : "");
    }

    private static String verdict(GainGroup group) {
        long counted = group.rows().stream().filter(ComparedGain::counted).count();
        long fitted = group.rows().stream()
                .filter(ComparedGain::counted)
                .filter(gain -> gain.row().fitted())
                .count();
        String unseen = group.unseen().isPresent()
                ? "; of those that nothing was fitted to %s%s"
                        .formatted(
                                percent(group.unseen().getAsDouble()),
                                group.gains()
                                        .unseenBar()
                                        .map(bar -> ", bar " + percent(bar.central()))
                                        .orElse(""))
                : "";
        return "mean error %s of %s rows, %s of them fitted to, bar %s%s: %s"
                .formatted(
                        percent(group.mean()),
                        counted,
                        fitted,
                        percent(group.gains().bar().central()),
                        unseen,
                        group.met() ? "met" : "MISSED");
    }

    private static String note() {
        return "modelled: the speed of a step with the technique over that without it. fitted to: constants of the step-time model were fitted to this measurement or to the speeds that it is the ratio of.";
    }

    private static String percent(double part) {
        return AccuracyView.percent(part);
    }

    private static String signed(OptionalDouble error) {
        return error.isPresent() ? (error.getAsDouble() < 0 ? "" : "+") + percent(error.getAsDouble()) : "";
    }

    private static String exact(OptionalDouble number) {
        return number.isPresent() ? NumberText.exact(number.getAsDouble()) : "";
    }

    /** A row for each measurement, with all digits. */
    @Override
    public Grid rows() {
        List<List<String>> rows = new ArrayList<>();
        for (GainGroup group : groups) {
            for (ComparedGain gain : group.rows()) {
                rows.add(List.of(
                        group.id(),
                        gain.name(),
                        gain.row().model().value(),
                        gain.row().chip().value(),
                        Integer.toString(gain.row().chips()),
                        NumberText.exact(gain.measured()),
                        exact(gain.model()),
                        exact(gain.error()),
                        Boolean.toString(gain.row().fitted()),
                        gain.row().leftOut().orElse(""),
                        gain.source().map(Source::citation).orElse("")));
            }
        }
        List<String> head = List.of(
                "group",
                "measurement",
                "model",
                "chip",
                "chips",
                "measured",
                "modelled",
                "error",
                "fitted",
                "left_out",
                "source");
        return Grid.of(head, rows, Set.of());
    }

    @Override
    public Data data() {
        return DataDocument.of("accuracy-gains/v1", catalog)
                .results(groups.stream().map(GainsView::data).toList());
    }

    private static Data data(GainGroup group) {
        return new Fields()
                .text("group", group.id())
                .number("mean_error", group.mean())
                .number("bar", group.gains().bar().central())
                .flag("met", group.met())
                .array("rows", group.rows().stream().map(GainsView::data).toList())
                .build();
    }

    private static Data data(ComparedGain gain) {
        return new Fields()
                .text("measurement", gain.name())
                .number("measured", gain.measured())
                .number("computed", gain.model())
                .number("error", gain.error())
                .flag("fitted", gain.row().fitted())
                .text("left_out", gain.row().leftOut())
                .text("source", gain.source().map(Source::citation))
                .build();
    }
}
