package muster.writer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import muster.view.Chapter;
import muster.view.Flow;
import muster.view.Grid;
import muster.view.Listing;
import muster.view.Notes;
import muster.view.Paragraph;
import muster.view.Picture;
import muster.view.Preformatted;
import muster.view.Rank;
import muster.view.Section;
import muster.view.SectionVisitor;
import muster.view.Tone;
import muster.view.Words;

/** Sections as HTML. A chapter without an anchor gets one, so that the contents lead to it. */
final class HtmlSections implements SectionVisitor<String> {
    private int numbered;
    private boolean within;

    /** Sections one after another; where several have headings, their contents stand before the first of them. */
    String all(List<Section> sections) {
        List<Section> named = sections.stream().map(this::anchored).toList();
        List<Chapter> headed = named.stream()
                .filter(HtmlSections::isHeaded)
                .map(Chapter.class::cast)
                .toList();
        StringBuilder html = new StringBuilder();
        boolean before = headed.size() > 1;
        for (Section section : named) {
            if (before && isHeaded(section)) {
                html.append(contents(headed));
                before = false;
            }
            html.append(section.accept(this));
        }
        return html.toString();
    }

    private static boolean isHeaded(Section section) {
        return section instanceof Chapter chapter && chapter.rank() != Rank.CAPTION;
    }

    private Section anchored(Section section) {
        if (section instanceof Chapter chapter
                && isHeaded(chapter)
                && chapter.anchor().isEmpty()) {
            numbered++;
            return new Chapter(chapter.rank(), chapter.heading(), "part-" + numbered, chapter.sections());
        }
        return section;
    }

    private static String contents(List<Chapter> chapters) {
        return chapters.stream()
                .map(chapter -> "<li>%s</li>\n"
                        .formatted(HtmlText.link(
                                chapter.anchor(),
                                HtmlText.breaking(chapter.heading().text()))))
                .collect(Collectors.joining("", "<nav aria-label=\"Contents\"><ul>\n", "</ul></nav>\n"));
    }

    @Override
    public String chapter(Chapter chapter) {
        String words = HtmlText.of(chapter.heading());
        if (chapter.rank() == Rank.CAPTION) {
            return "<h3>%s</h3>\n%s".formatted(words, all(chapter.sections()));
        }
        boolean article = chapter.rank() == Rank.ARTICLE;
        String element = article ? "article" : "section";
        String heading = article ? "h1" : within ? "h3" : "h2";
        boolean outer = within;
        within = !article;
        String body = all(chapter.sections());
        within = outer;
        return "<%s id=\"%s\">\n<%s>%s</%s>\n%s</%s>\n"
                .formatted(element, HtmlText.escaped(chapter.anchor()), heading, words, heading, body, element);
    }

    @Override
    public String paragraph(Paragraph paragraph) {
        return "<p%s>%s</p>\n".formatted(tone(paragraph.tone()), HtmlText.of(paragraph.words()));
    }

    @Override
    public String notes(Notes notes) {
        return "<ul%s>\n%s</ul>\n".formatted(tone(notes.tone()), items(notes.notes()));
    }

    private static String items(List<Words> all) {
        return all.stream()
                .map(words -> "<li>%s</li>\n".formatted(HtmlText.of(words)))
                .collect(Collectors.joining());
    }

    private static String tone(Tone tone) {
        return switch (tone) {
            case PLAIN -> "";
            case WARNING -> " class=\"warning\"";
            case FAILURE -> " class=\"failure\"";
        };
    }

    // A table of numbers can be moved sideways where the window is narrow.
    @Override
    public String grid(Grid grid) {
        String head = cells(grid, grid.head().stream().map(Words::of).toList(), "th");
        List<String> rows = new ArrayList<>();
        grid.rows().forEach(row -> rows.add(cells(grid, row, "td")));
        grid.rule()
                .ifPresent(rule -> rows.add(
                        rule.above(),
                        "<tr><th colspan=\"%s\">%s</th></tr>\n"
                                .formatted(grid.head().size(), HtmlText.breaking(rule.words()))));
        String table = "<table%s>\n<thead>%s</thead>\n<tbody>\n%s</tbody>\n</table>"
                .formatted(grid.prose() ? " class=\"prose\"" : "", head.strip(), String.join("", rows));
        return grid.prose() ? table + "\n" : "<div class=\"wide\" tabindex=\"0\">%s</div>\n".formatted(table);
    }

    private static String cells(Grid grid, List<Words> cells, String element) {
        StringBuilder row = new StringBuilder("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            row.append("<%s%s>%s</%s>"
                    .formatted(
                            element,
                            grid.numbers().contains(i) ? " class=\"number\"" : "",
                            HtmlText.of(cells.get(i)),
                            element));
        }
        return row.append("</tr>\n").toString();
    }

    // It can be taken out of the page as a file, since a browser saves no picture that stands in the text.
    @Override
    public String picture(Picture picture) {
        String file = Base64.getEncoder().encodeToString(picture.svg().getBytes(StandardCharsets.UTF_8));
        return """
                <figure><div class="wide" tabindex="0">%s</div><figcaption><a download="%s.svg" href="data:image/svg+xml;base64,%s">Save this chart</a></figcaption>
                </figure>
                """.formatted(picture.svg(), HtmlText.escaped(picture.name()), file);
    }

    @Override
    public String preformatted(Preformatted lines) {
        return "<pre class=\"wide\" tabindex=\"0\">%s</pre>\n"
                .formatted(HtmlText.escaped(String.join("\n", lines.lines())));
    }

    @Override
    public String flow(Flow flow) {
        return flow.stages().stream()
                .map(stage -> "<li><h3>%s</h3>\n<ul class=\"gives\">\n%s</ul>\n<ul class=\"takes\">\n%s</ul>\n</li>\n"
                        .formatted(HtmlText.breaking(stage.name()), items(stage.gives()), items(stage.takes())))
                .collect(Collectors.joining("", "<ol class=\"chain\">\n", "</ol>\n"));
    }

    @Override
    public String listing(Listing listing) {
        return listing.lines().stream()
                .map(line -> "<li%s>%s</li>\n"
                        .formatted(
                                line.anchor().isEmpty() ? "" : " id=\"%s\"".formatted(HtmlText.escaped(line.anchor())),
                                HtmlText.of(line.words())))
                .collect(Collectors.joining("", "<ol class=\"steps\">\n", "</ol>\n"));
    }
}
