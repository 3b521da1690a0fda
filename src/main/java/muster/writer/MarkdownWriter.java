package muster.writer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.view.Chapter;
import muster.view.Flow;
import muster.view.Grid;
import muster.view.Listing;
import muster.view.Medium;
import muster.view.Notes;
import muster.view.Paragraph;
import muster.view.Picture;
import muster.view.Preformatted;
import muster.view.Section;
import muster.view.SectionVisitor;
import muster.view.View;
import muster.view.Words;

/** Text for a document, in Markdown as GitHub has it. */
final class MarkdownWriter implements ViewWriter {
    private static final Parts PARTS = new Parts();

    @Override
    public String write(View view) {
        return Blocks.apart(blocks(view.sections(Medium.DOCUMENT)));
    }

    private static Stream<String> blocks(List<Section> sections) {
        return sections.stream().map(section -> section.accept(PARTS));
    }

    private static String words(Words words) {
        return words.pieces().stream()
                .map(piece -> switch (piece.style()) {
                    case STRONG -> "**%s**".formatted(MarkdownText.of(piece.text()));
                    case SYMBOL -> "*%s*".formatted(MarkdownText.of(piece.text()));
                    case CODE -> MarkdownText.code(piece.text());
                    case PLAIN, SMALL -> MarkdownText.of(piece.text());
                })
                .collect(Collectors.joining());
    }

    private static final class Parts implements SectionVisitor<String> {

        @Override
        public String chapter(Chapter chapter) {
            String mark = switch (chapter.rank()) {
                case ARTICLE -> "# ";
                case HEADING -> "## ";
                case SUBHEADING -> "### ";
                case CAPTION -> "";
            };
            return Blocks.apart(
                    Stream.concat(Stream.of(mark + words(chapter.heading()) + "\n"), blocks(chapter.sections())));
        }

        @Override
        public String paragraph(Paragraph paragraph) {
            return words(paragraph.words()) + "\n";
        }

        @Override
        public String notes(Notes notes) {
            return bullets("", notes.notes());
        }

        private static String bullets(String before, List<Words> all) {
            return all.stream()
                    .map(words -> "- %s%s\n".formatted(before, oneLine(words)))
                    .collect(Collectors.joining());
        }

        // A line break would end the item.
        private static String oneLine(Words words) {
            return words(words).replaceAll("\\R", " ");
        }

        @Override
        public String grid(Grid grid) {
            List<List<String>> rows = new ArrayList<>(grid.rows().stream()
                    .map(row -> row.stream().map(MarkdownWriter::words).toList())
                    .toList());
            grid.rule().ifPresent(rule -> rows.add(rule.above(), ruled(grid, rule)));
            String ends = IntStream.range(0, grid.head().size())
                    .mapToObj(i -> grid.numbers().contains(i) ? " ---: |" : " --- |")
                    .collect(Collectors.joining("", "|", "\n"));
            return row(grid.head().stream().map(MarkdownText::of).toList())
                    + ends
                    + rows.stream().map(Parts::row).collect(Collectors.joining());
        }

        private static List<String> ruled(Grid grid, Grid.Rule rule) {
            return IntStream.range(0, grid.head().size())
                    .mapToObj(i -> i == 0 ? "**%s**".formatted(MarkdownText.of(rule.words())) : "")
                    .toList();
        }

        private static String row(List<String> cells) {
            return cells.stream()
                    .map(cell -> cell.replace("|", "\\|").replaceAll("\\R", "<br>"))
                    .collect(Collectors.joining(" | ", "| ", " |\n"));
        }

        @Override
        public String picture(Picture picture) {
            return "";
        }

        @Override
        public String preformatted(Preformatted lines) {
            return lines.lines().stream()
                    .map(line -> MarkdownText.of(line) + "\n")
                    .collect(Collectors.joining());
        }

        @Override
        public String flow(Flow flow) {
            return Blocks.apart(flow.stages().stream()
                    .map(stage -> MarkdownText.of(stage.name()) + "\n\n" + bullets("gives ", stage.gives())
                            + bullets("takes ", stage.takes())));
        }

        @Override
        public String listing(Listing listing) {
            return IntStream.range(0, listing.lines().size())
                    .mapToObj(i -> "%s. %s\n"
                            .formatted(i + 1, oneLine(listing.lines().get(i).words())))
                    .collect(Collectors.joining());
        }
    }
}
