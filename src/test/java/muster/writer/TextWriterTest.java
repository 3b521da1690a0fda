package muster.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
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
import muster.view.Words;
import org.junit.jupiter.api.Test;

final class TextWriterTest {

    @Test
    void columnsAreAsWideAsTheirWidestCellWithNumbersSetRight() {
        assertThat(text(Grid.of(
                        List.of("name", "value", "unit"),
                        List.of(List.of("a", "1,000", "s"), List.of("longer", "2", "token/s")),
                        Set.of(1))))
                .isEqualTo("""
                        name    value  unit
                        a       1,000  s
                        longer      2  token/s
                        """);
    }

    @Test
    void aLineBetweenRowsStandsWhereItIsAskedFor() {
        Grid grid = Grid.of(List.of("a"), List.of(List.of("1"), List.of("2")), Set.of());

        assertThat(text(grid.ruled(1, "beyond"))).isEqualTo("a\n1\n--- beyond ---\n2\n");
        assertThat(text(grid.ruled(0, "beyond"))).isEqualTo("a\n--- beyond ---\n1\n2\n");
        assertThat(text(grid.ruled(2, "beyond"))).isEqualTo("a\n1\n2\n--- beyond ---\n");
    }

    @Test
    void aTableWithoutRowsIsItsHead() {
        assertThat(text(Grid.of(List.of("a", "b"), List.of(), Set.of()))).isEqualTo("a  b\n");
    }

    @Test
    void anEmptyColumnTakesTheRoomOfALetter() {
        assertThat(text(Grid.of(List.of("", "b"), List.of(List.of("", "x")), Set.of())))
                .isEqualTo("   b\n   x\n");
    }

    @Test
    void aLineBreakInACellDoesNotBreakTheTable() {
        assertThat(text(Grid.of(List.of("a", "b"), List.of(List.of("x\r\ny", "1")), Set.of())))
                .isEqualTo("a    b\nx y  1\n");
    }

    @Test
    void lettersOutsideAsciiAreOneColumnEach() {
        assertThat(text(Grid.of(
                        List.of("a", "b"), List.of(List.of("é€", "1"), List.of("\uD835\uDC00", "2")), Set.of())))
                .isEqualTo("a   b\né€  1\n\uD835\uDC00   2\n");
    }

    @Test
    void blocksStandApartByOneEmptyLineAndNotesAreSetIn() {
        assertThat(text(
                        Paragraph.of("first"),
                        Chapter.captioned("title", Grid.of(List.of("a"), List.of(List.of("1")), Set.of())),
                        Chapter.of(
                                Rank.CAPTION,
                                Words.NONE.strong("id").plain(", catalog 1"),
                                Notes.of(List.of("one", "two"))),
                        Notes.flush(List.of("at the edge"))))
                .isEqualTo("""
                        first

                        title
                        a
                        1

                        id, catalog 1
                          one
                          two

                        at the edge
                        """);
    }

    @Test
    void aHeadingSetsInWhatItHolds() {
        assertThat(text(Chapter.of(
                        Rank.HEADING,
                        Words.of("Targets"),
                        Grid.of(List.of("a"), List.of(List.of("1")), Set.of()),
                        Paragraph.of("kept"),
                        Notes.of(List.of("source")))))
                .isEqualTo("Targets\n  a\n  1\n  kept\n  source\n");
    }

    @Test
    void anArticleStandsApartFromItsHead() {
        assertThat(text(Chapter.of(Rank.ARTICLE, Words.of("head"), Paragraph.of("one"), Paragraph.of("two"))))
                .isEqualTo("head\n\none\n\ntwo\n");
    }

    @Test
    void picturesAreLeftOutAndLeaveNoGap() {
        assertThat(text(Paragraph.of("one"), new Picture("p", "<svg/>"), Paragraph.of("two")))
                .isEqualTo("one\n\ntwo\n");
    }

    @Test
    void linesStandAsTheyAreAndListsAreNumbered() {
        assertThat(text(
                        Preformatted.of("a\n    b\n"),
                        new Listing(List.of(
                                new Listing.Line("x", Words.of("first")), new Listing.Line("", Words.of("second")))),
                        new Flow(List.of(
                                new Flow.Stage("fleet", List.of(Words.of("peak 1")), List.of(Words.of("share 2")))))))
                .isEqualTo("""
                        a
                            b

                        1. first
                        2. second

                        fleet
                          gives peak 1
                          takes share 2
                        """);
    }

    @Test
    void aViewOfNothingIsNothing() {
        assertThat(text()).isEmpty();
    }

    private static String text(Section... sections) {
        return OutputFormat.TABLE.write(MadeUp.of(sections));
    }
}
