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
import muster.view.Piece;
import muster.view.Preformatted;
import muster.view.Rank;
import muster.view.Section;
import muster.view.Tone;
import muster.view.Words;
import org.junit.jupiter.api.Test;

final class MarkdownWriterTest {

    @Test
    void barsAndLineBreaksInCellsDoNotEndAColumnOrARow() {
        assertThat(markdown(Grid.of(List.of("a|b", "c"), List.of(List.of("x|y", "1\n2")), Set.of(1))))
                .isEqualTo("""
                        | a\\|b | c |
                        | --- | ---: |
                        | x\\|y | 1<br>2 |
                        """);
    }

    @Test
    void aTableWithoutRowsIsItsHead() {
        assertThat(markdown(Grid.of(List.of("é"), List.of(), Set.of()))).isEqualTo("| é |\n| --- |\n");
    }

    @Test
    void aLineBetweenRowsIsARowOfItsOwn() {
        assertThat(markdown(Grid.of(List.of("a", "b"), List.of(List.of("1", "2"), List.of("3", "4")), Set.of())
                        .ruled(1, "beyond")))
                .isEqualTo("""
                        | a | b |
                        | --- | --- |
                        | 1 | 2 |
                        | **beyond** |  |
                        | 3 | 4 |
                        """);
    }

    @Test
    void headingsByTheirRankAndNotesAsBullets() {
        assertThat(markdown(
                        Chapter.of(Rank.ARTICLE, Words.of("one"), Paragraph.of("text")),
                        Chapter.of(Rank.HEADING, Words.of("two"), Notes.of(List.of("a", "b"))),
                        Chapter.of(Rank.SUBHEADING, Words.of("three"), Paragraph.of("x"), Paragraph.of("y")),
                        Chapter.of(
                                Rank.CAPTION, Words.NONE.strong("id").plain(", catalog"), Notes.flush(List.of("n")))))
                .isEqualTo("""
                        # one

                        text

                        ## two

                        - a
                        - b

                        ### three

                        x

                        y

                        **id**, catalog

                        - n
                        """);
    }

    @Test
    void stylesAreMarkedAndLinksOfThePageAreWords() {
        Words words = Words.of("a ")
                .strong("b")
                .code("c")
                .small("d")
                .with(Piece.Style.SYMBOL, "e")
                .link("x", "f");

        assertThat(markdown(Paragraph.of(words))).isEqualTo("a **b**`c`d*e*f\n");
    }

    @Test
    void noHtmlNoLinkAndNoPictureBeginsInAText() {
        assertThat(markdown(
                        Paragraph.of(
                                "<script>alert(1)</script> <!-- --> <https://x.y> ![p](https://x.y) &lt;b> 1 < 2 & 3"),
                        Preformatted.of("<img src=x>"),
                        Paragraph.of(Words.NONE.code("a<b>").code("a`b``c"))))
                .isEqualTo("""
                    &lt;script>alert(1)&lt;/script> &lt;!-- --> &lt;https://x.y> ![p]\\(https://x.y) &amp;lt;b> 1 < 2 & 3

                    &lt;img src=x>

                    `a<b>```` a`b``c ```
                    """);
    }

    @Test
    void aLineBreakDoesNotEndAnItem() {
        assertThat(markdown(
                        new Notes(List.of(Words.of("one\ntwo")), Tone.WARNING, false),
                        new Listing(List.of(new Listing.Line("x", Words.of("three\nfour")))),
                        new Flow(List.of(new Flow.Stage("s", List.of(Words.of("g")), List.of(Words.of("t")))))))
                .isEqualTo("- one two\n\n1. three four\n\ns\n\n- gives g\n- takes t\n");
    }

    private static String markdown(Section... sections) {
        return OutputFormat.MARKDOWN.write(MadeUp.of(sections));
    }
}
