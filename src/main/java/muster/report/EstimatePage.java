package muster.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import muster.scenario.Estimate;

/** Estimates as one page that stands alone: it fetches nothing, runs no script, and the same estimates give the same bytes. */
public final class EstimatePage {
    private EstimatePage() {}

    /** The page. */
    public static String html(List<Estimate> estimates) {
        String ids = estimates.stream().map(Estimate::scenario).collect(Collectors.joining(", "));
        StringBuilder page = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                """);
        page.append(Html.element("title", Html.text("muster estimate " + ids)));
        page.append(Html.element("style", "\n" + style())).append("</head>\n<body>\n");
        List<EstimateSection> sections = new ArrayList<>();
        for (int i = 0; i < estimates.size(); i++) {
            sections.add(new EstimateSection(estimates.get(i), "e" + (i + 1) + "."));
        }
        if (sections.size() > 1) {
            page.append(Html.element("h1", Html.text(ids)));
            page.append(contents(sections));
            EstimateTable.differences(estimates)
                    .ifPresent(grid -> page.append(Html.element("h2", "What was put in differently"))
                            .append(Html.table(grid)));
            page.append(Html.element("h2", "What came out")).append(Html.table(EstimateTable.headlines(estimates)));
        }
        sections.forEach(section -> page.append(section.html()));
        return page.append("</body>\n</html>\n").toString();
    }

    private static String contents(List<EstimateSection> sections) {
        return "<nav aria-label=\"Estimates\">%s</nav>\n"
                .formatted(Html.element(
                        "ul",
                        sections.stream()
                                .map(section -> Html.element("li", section.link()))
                                .collect(Collectors.joining())));
    }

    private static String style() {
        try (InputStream style = EstimatePage.class.getResourceAsStream("page.css")) {
            if (style == null) {
                throw new IllegalStateException("no resource page.css");
            }
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
