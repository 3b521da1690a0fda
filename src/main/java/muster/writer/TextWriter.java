package muster.writer;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.text.Harmless;
import muster.view.Chapter;
import muster.view.Flow;
import muster.view.Grid;
import muster.view.Listing;
import muster.view.Medium;
import muster.view.Notes;
import muster.view.Paragraph;
import muster.view.Picture;
import muster.view.Preformatted;
import muster.view.Rank;
import muster.view.Section;
import muster.view.SectionVisitor;
import muster.view.View;
import muster.view.Words;

/** Text for a terminal: blocks with an empty line between them, columns apart by two spaces. */
final class TextWriter implements ViewWriter {
    private static final int STEP = 2;

    @Override
    public String write(View view) {
        return Blocks.apart(blocks(view.sections(Medium.TERMINAL), new Lines(0)));
    }

    private static Stream<String> blocks(List<Section> sections, Lines lines) {
        return sections.stream().map(section -> section.accept(lines));
    }

    /**
     * Sections as lines.
     *
     * @param indent how many spaces stand before each
     */
    private record Lines(int indent) implements SectionVisitor<String> {

        @Override
        public String chapter(Chapter chapter) {
            String heading = set(chapter.heading().text());
            Lines below = chapter.rank() == Rank.HEADING ? new Lines(indent + STEP) : this;
            Stream<String> blocks = blocks(chapter.sections(), below);
            return chapter.rank() == Rank.ARTICLE
                    ? Blocks.apart(Stream.concat(Stream.of(heading), blocks))
                    : heading + blocks.collect(Collectors.joining());
        }

        @Override
        public String paragraph(Paragraph paragraph) {
            return set(paragraph.words().text());
        }

        // Notes are set in, unless what they stand in is.
        @Override
        public String notes(Notes notes) {
            Lines below = notes.flush() ? this : new Lines(Math.max(STEP, indent));
            return notes.notes().stream().map(note -> below.set(note.text())).collect(Collectors.joining());
        }

        @Override
        public String grid(Grid grid) {
            return set(TextTable.of(grid));
        }

        @Override
        public String picture(Picture picture) {
            return "";
        }

        @Override
        public String preformatted(Preformatted lines) {
            return lines.lines().stream().map(this::set).collect(Collectors.joining());
        }

        @Override
        public String flow(Flow flow) {
            return flow.stages().stream()
                    .map(stage -> set(stage.name())
                            + stage(new Lines(indent + STEP), "gives ", stage.gives())
                            + stage(new Lines(indent + STEP), "takes ", stage.takes()))
                    .collect(Collectors.joining());
        }

        private static String stage(Lines below, String what, List<Words> all) {
            return all.stream().map(words -> below.set(what + words.text())).collect(Collectors.joining());
        }

        @Override
        public String listing(Listing listing) {
            return IntStream.range(0, listing.lines().size())
                    .mapToObj(i -> set("%s. %s"
                            .formatted(i + 1, listing.lines().get(i).words().text())))
                    .collect(Collectors.joining());
        }

        private String set(String text) {
            return text.isEmpty()
                    ? "\n"
                    : Harmless.lines(text)
                            .lines()
                            .map(line -> (" ".repeat(line.isEmpty() ? 0 : indent) + line) + "\n")
                            .collect(Collectors.joining());
        }
    }
}
