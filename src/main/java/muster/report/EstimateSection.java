package muster.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import muster.diagnostic.Diagnostic;
import muster.inference.Attainment;
import muster.scenario.Estimate;

/**
 * The part of a page that one estimate fills.
 *
 * @param estimate the estimate
 * @param prefix what the names of its anchors begin with, so that several estimates share a page
 */
record EstimateSection(Estimate estimate, String prefix) {

    /** What stands under one heading, and its anchor without the prefix. */
    private record Part(String anchor, String heading, String html) {}

    String html() {
        List<Part> parts = parts();
        StringBuilder html = new StringBuilder("<article id=\"%s\">\n".formatted(anchor("top")));
        html.append(Html.element("h1", Html.text(title())));
        html.append(Html.element(
                "p",
                "Scenario <code>%s</code>, catalog <code>%s</code>%s"
                        .formatted(
                                Html.text(estimate.scenario()),
                                Html.text(estimate.catalog().toString()),
                                changes())));
        if (estimate.servesNothing()) {
            html.append("<p class=\"fails\">%s</p>\n".formatted(Html.text(EstimateTable.servesNothing(estimate))));
        }
        html.append("<nav aria-label=\"Contents\">%s</nav>\n"
                .formatted(Html.element(
                        "ul",
                        parts.stream()
                                .map(part -> Html.element("li", Html.link(anchor(part.anchor), part.heading)))
                                .collect(Collectors.joining()))));
        parts.forEach(part -> html.append("<section id=\"%s\">\n%s%s</section>\n"
                .formatted(anchor(part.anchor), Html.element("h2", Html.text(part.heading)), part.html)));
        return html.append("</article>\n").toString();
    }

    /** A link to this part of the page. */
    String link() {
        return Html.link(anchor("top"), title());
    }

    private String title() {
        return estimate.title().orElse(estimate.scenario());
    }

    private String changes() {
        return estimate.settings().isEmpty()
                ? ""
                : ", with "
                        + estimate.settings().stream()
                                .map(setting -> "<code>%s</code>".formatted(Html.text(setting)))
                                .collect(Collectors.joining(", "));
    }

    // Names of figures have no hyphen before the first dot, so no step has such an anchor.
    private String anchor(String part) {
        return prefix + "-" + part;
    }

    private List<Part> parts() {
        InputTables inputs = new InputTables(estimate, prefix);
        Optional<Attainment> attainment = estimate.attainment();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("chain", "The chain", new ChainView(estimate, prefix).html()));
        if (!estimate.warnings().isEmpty()) {
            parts.add(new Part("warnings", "Warnings", warnings()));
        }
        parts.add(new Part("result", "Result", result()));
        parts.add(new Part("basis", "What it rests on", Html.list(Notes.ofBasis(estimate))));
        List<String> pictures = Pictures.of(estimate, attainment);
        if (!pictures.isEmpty()) {
            parts.add(new Part("charts", "Charts", charts(pictures)));
        }
        SameLossTable.of(estimate)
                .ifPresent(grid -> parts.add(new Part("same-loss", SameLossTable.TITLE, Html.table(grid))));
        Map<String, Grid> speeds = attainment.map(AttainmentTable::of).orElse(Map.of());
        if (!speeds.isEmpty()) {
            parts.add(new Part("speed", "Serial speed and throughput", titled(speeds)));
        }
        LeadTable.of(estimate)
                .ifPresent(grid -> parts.add(new Part("lead", "The lead, month by month", Html.table(grid))));
        if (!inputs.first().isEmpty()) {
            parts.add(new Part("first", "Inputs to look at first", inputs.table(inputs.first())));
        }
        if (!inputs.others().isEmpty()) {
            parts.add(new Part(
                    "inputs", inputs.first().isEmpty() ? "Inputs" : "Other inputs", inputs.table(inputs.others())));
        }
        parts.add(new Part("sources", "Sources", inputs.sources()));
        parts.add(new Part("steps", "Every step", new StepList(estimate, prefix).html()));
        return parts;
    }

    private String warnings() {
        return estimate.warnings().stream()
                .map(EstimateSection::warning)
                .collect(Collectors.joining("", "<ul class=\"warnings\">\n", "</ul>\n"));
    }

    private static String warning(Diagnostic warning) {
        return Html.element(
                "li",
                "%s<br/><small>%s, %s</small>"
                        .formatted(
                                Html.text(warning.message()),
                                Html.text(warning.code()),
                                Html.breaking(warning.place().toString())));
    }

    private static String titled(Map<String, Grid> grids) {
        StringBuilder html = new StringBuilder();
        grids.forEach((title, grid) ->
                html.append(Html.element("h3", Html.text(title))).append(Html.table(grid)));
        return html.toString();
    }

    // Each chart can be taken out of the page as a file, since a browser saves no picture that stands in the text.
    private String charts(List<String> pictures) {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < pictures.size(); i++) {
            html.append(Html.element(
                    "figure",
                    "<div class=\"wide\" tabindex=\"0\">%s</div><figcaption><a download=\"%s-%s.svg\" href=\"data:image/svg+xml;base64,%s\">Save this chart</a></figcaption>\n"
                            .formatted(
                                    pictures.get(i),
                                    Html.text(estimate.scenario()),
                                    i + 1,
                                    Base64.getEncoder()
                                            .encodeToString(pictures.get(i).getBytes(StandardCharsets.UTF_8)))));
        }
        return html.toString();
    }

    private String result() {
        String rows = Headlines.names(List.of(estimate)).stream()
                .flatMap(name -> estimate.step(name).stream())
                .map(step -> "<tr><td>%s<br/><small>%s</small></td><td class=\"number\">%s</td><td>%s</td></tr>\n"
                        .formatted(
                                Html.text(Headlines.words(step.name())),
                                Html.link(prefix + step.name(), step.name()),
                                Html.text(Cells.of(estimate, step)),
                                Html.breaking(Cells.unit(step))))
                .collect(Collectors.joining());
        return """
                <table class="result">
                <thead><tr><th>figure</th><th class="number">value</th><th>unit</th></tr></thead>
                <tbody>
                %s</tbody>
                </table>
                """.formatted(rows);
    }
}
