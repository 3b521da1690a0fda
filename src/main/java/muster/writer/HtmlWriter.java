package muster.writer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import muster.view.Chapter;
import muster.view.Medium;
import muster.view.Rank;
import muster.view.Section;
import muster.view.View;

/** A page that stands alone: it fetches nothing and runs no script. */
final class HtmlWriter implements ViewWriter {

    @Override
    public String write(View view) {
        List<Section> sections = view.sections(Medium.PAGE);
        String heading = sections.stream().allMatch(HtmlWriter::hasItsOwnHead)
                ? ""
                : "<h1>%s</h1>\n".formatted(HtmlText.breaking(view.title()));
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                %s%s</body>
                </html>
                """.formatted(HtmlText.escaped(view.title()), style(), heading, new HtmlSections().all(sections));
    }

    private static boolean hasItsOwnHead(Section section) {
        return section instanceof Chapter chapter && chapter.rank() == Rank.ARTICLE;
    }

    private static String style() {
        try (InputStream style = HtmlWriter.class.getResourceAsStream("page.css")) {
            if (style == null) {
                throw new IllegalStateException("no resource page.css");
            }
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
