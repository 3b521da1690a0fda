package muster.view.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import muster.scenario.SensitivityAnalysis;
import muster.sensitivity.Driver;
import muster.sensitivity.Threshold;
import muster.uncertainty.Input;
import muster.unit.NumberText;
import muster.unit.Unit;
import muster.view.Chapter;
import muster.view.Data;
import muster.view.Grid;
import muster.view.Medium;
import muster.view.Notes;
import muster.view.Paragraph;
import muster.view.Picture;
import muster.view.Rank;
import muster.view.Section;
import muster.view.View;
import muster.view.Words;

/**
 * What moves a figure.
 *
 * @param analysis what was found
 */
public record SensitivityView(SensitivityAnalysis analysis) implements View {

    @Override
    public String title() {
        return "muster sensitivity %s --of %s"
                .formatted(analysis.scenario(), analysis.figure().name());
    }

    @Override
    public Data data() {
        return SensitivityData.of(analysis);
    }

    @Override
    public List<Section> sections(Medium medium) {
        List<Section> sections = new ArrayList<>(List.of(Paragraph.of(title(analysis))));
        if (!analysis.sensitivity().drivers().isEmpty()) {
            sections.add(drivers(analysis));
            if (medium == Medium.PAGE) {
                sections.add(new Picture("sensitivity", SensitivityChart.svg(analysis)));
            }
        }
        analysis.reach().ifPresent(reach -> {
            sections.add(Paragraph.of(reached(reach)));
            sections.add(needs(analysis, reach));
        });
        sections.add(Chapter.of(
                Rank.CAPTION,
                Words.NONE.strong(analysis.scenario()).plain(", catalog " + analysis.catalog()),
                Notes.of(notes(analysis))));
        return sections;
    }

    /** A row for each uncertain input, those that move nothing included, with all digits. */
    @Override
    public Grid rows() {
        List<List<String>> rows = new ArrayList<>();
        for (Driver driver : analysis.sensitivity().drivers()) {
            rows.add(List.of(
                    analysis.scenario(),
                    analysis.figure().name(),
                    analysis.figure().unit(),
                    driver.input().name(),
                    "moves",
                    NumberText.exact(driver.low()),
                    NumberText.exact(driver.high()),
                    NumberText.exact(driver.share()),
                    NumberText.exact(driver.first()),
                    NumberText.exact(driver.total()),
                    NumberText.exact(driver.error()),
                    NumberText.exact(driver.rank())));
        }
        analysis.sensitivity().still().forEach(input -> rows.add(unmoved(analysis, input, "cancels")));
        analysis.apart().forEach(input -> rows.add(unmoved(analysis, input, "apart")));
        return Grid.of(
                List.of(
                        "scenario",
                        "figure",
                        "unit",
                        "input",
                        "role",
                        "at_p5",
                        "at_p95",
                        "share",
                        "first",
                        "total",
                        "error",
                        "rank"),
                rows,
                Set.of());
    }

    private static List<String> unmoved(SensitivityAnalysis analysis, Input input, String role) {
        return List.of(
                analysis.scenario(),
                analysis.figure().name(),
                analysis.figure().unit(),
                input.name(),
                role,
                "",
                "",
                "",
                "",
                "",
                "",
                "");
    }

    private static String title(SensitivityAnalysis analysis) {
        String unit = analysis.figure().unit();
        return "What moves %s: %s%s with every input at its central value"
                .formatted(
                        analysis.figure().name(),
                        NumberText.rounded(analysis.figure().value(), 4),
                        unit.equals("1") ? "" : " " + unit);
    }

    private static Grid drivers(SensitivityAnalysis analysis) {
        List<List<String>> rows = new ArrayList<>();
        for (Driver driver : analysis.sensitivity().drivers()) {
            rows.add(List.of(
                    driver.input().name(),
                    driver.input().value().toString(),
                    NumberText.rounded(driver.low(), 3),
                    NumberText.rounded(driver.high(), 3),
                    percent(driver.share()),
                    percent(driver.first()),
                    percent(driver.total()),
                    decimal(driver.rank())));
        }
        return Grid.of(
                List.of("input", "value", "at its 5%", "at its 95%", "share", "first", "total", "rank"),
                rows,
                Set.of(2, 3, 4, 5, 6, 7));
    }

    private static String reached(SensitivityAnalysis.Reach reach) {
        return "It is at least %s in %s of the samples. With all others at their central values:"
                .formatted(reach.target(), percent(reach.threshold().chance()));
    }

    private static Grid needs(SensitivityAnalysis analysis, SensitivityAnalysis.Reach reach) {
        List<List<String>> rows = new ArrayList<>();
        for (Threshold.Need need : reach.threshold().needs()) {
            if (analysis.sensitivity().still().contains(need.input())) {
                continue;
            }
            rows.add(
                    need.value().isPresent()
                            ? List.of(need.input().name(), condition(need), likely(need))
                            : List.of(
                                    need.input().name(),
                                    "cannot do it alone",
                                    "%s at most".formatted(NumberText.rounded(need.nearest(), 3))));
        }
        return Grid.of(List.of("input", "would have to be", "which has the chance"), rows, Set.of());
    }

    private static String condition(Threshold.Need need) {
        Unit unit = need.input().value().unit();
        String number = NumberText.rounded(need.value().orElseThrow() / unit.factor(), 3);
        String symbol = unit.equals(Unit.ONE) ? "" : unit.symbol().equals("%") ? "%" : " " + unit;
        return "%s %s%s".formatted(need.atLeast() ? "at least" : "at most", number, symbol);
    }

    private static String likely(Threshold.Need need) {
        double chance = need.atLeast() ? 1 - need.probability() : need.probability();
        return chance < 0.001 ? "below 0.1%" : percent(chance);
    }

    private static List<String> notes(SensitivityAnalysis analysis) {
        List<String> notes = new ArrayList<>();
        analysis.settings().forEach(setting -> notes.add("changed: " + setting));
        double error = analysis.sensitivity().drivers().stream()
                .mapToDouble(Driver::error)
                .max()
                .orElse(0);
        if (!analysis.sensitivity().drivers().isEmpty()) {
            notes.add(
                    "share, first, total: parts of the variance of the %s; shares (Shapley) add up to 100%%, first goes if the input is known, total stays if all others are; standard error at most %s"
                            .formatted(
                                    analysis.sensitivity().logarithmic() ? "logarithm of the figure" : "figure",
                                    percent(error)));
            notes.add("rank: rank correlation (Spearman) of input and figure");
            notes.add("samples: %s pairs of Sobol points of seed %s"
                    .formatted(NumberText.rounded((double) analysis.samples(), 7), analysis.seed()));
        }
        told(
                notes,
                "moves nothing, part of the making but cancels: ",
                analysis.sensitivity().still());
        told(notes, "moves nothing, no part of the making: ", analysis.apart());
        if (analysis.sensitivity().drivers().isEmpty()) {
            notes.add("no uncertain input moves it");
        }
        return notes;
    }

    private static void told(List<String> notes, String what, List<Input> inputs) {
        if (!inputs.isEmpty()) {
            notes.add(what + inputs.stream().map(Input::name).collect(Collectors.joining(", ")));
        }
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * part);
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
