package muster.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import muster.view.Chapter;
import muster.view.Grid;
import muster.view.Notes;
import muster.view.Paragraph;
import muster.view.Picture;
import muster.view.Preformatted;
import muster.view.Rank;
import muster.view.Section;
import muster.view.Tone;
import muster.view.Words;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

final class HtmlWriterTest {

    @Test
    void whatAFileSaysIsShownAndNotRun() throws Exception {
        String html = OutputFormat.HTML.write(MadeUp.hostile());
        Document page = parsed(html);

        assertThat(html).doesNotContain("<script", "<img");
        assertThat(elements(page, "*"))
                .extracting(Element::getTagName)
                .doesNotContain("script", "img", "link", "iframe");
        assertThat(elements(page, "*"))
                .allSatisfy(element -> assertThat(attributes(element))
                        .isSubsetOf(
                                "charset",
                                "name",
                                "content",
                                "lang",
                                "id",
                                "class",
                                "href",
                                "colspan",
                                "tabindex",
                                "aria-label"));
        String shown =
                "\\u001b[2J\\u009b31m\\u202e<script>alert('1')</script> & \"quoted\" <img src=x onerror=alert(2)>";
        // Five styles, each of which shows the letters as they are.
        assertThat(elements(page, "p").get(0).getTextContent()).isEqualTo(shown.repeat(5));
        assertThat(elements(page, "title").get(0).getTextContent()).startsWith(shown);
    }

    @Test
    void aTableHasAHeadNumbersSetRightAndALineAcross() throws Exception {
        Document page = page(Grid.of(List.of("a", "b"), List.of(List.of("x", "1"), List.of("y", "2")), Set.of(1))
                .ruled(1, "beyond"));

        assertThat(texts(elements(page, "th"))).containsExactly("a", "b", "beyond");
        assertThat(texts(elements(page, "tr"))).containsExactly("ab", "x1", "beyond", "y2");
        assertThat(elements(page, "td"))
                .filteredOn(cell -> cell.getAttribute("class").equals("number"))
                .extracting(Element::getTextContent)
                .containsExactly("1", "2");
    }

    @Test
    void aTableWithoutRowsIsItsHead() throws Exception {
        Document page = page(Grid.of(List.of("é€"), List.of(), Set.of()));

        assertThat(texts(elements(page, "th"))).containsExactly("é€");
        assertThat(elements(page, "td")).isEmpty();
    }

    @Test
    void severalHeadingsHaveContentsThatLeadToThem() throws Exception {
        Document page = page(
                Paragraph.of("before"),
                Chapter.of(Rank.SUBHEADING, Words.of("one"), Paragraph.of("x")),
                new Chapter(
                        Rank.HEADING,
                        Words.of("two"),
                        "own",
                        List.of(Chapter.captioned("caption", Paragraph.of("y")))));

        assertThat(texts(elements(page, "h1"))).containsExactly("made up");
        assertThat(texts(elements(page, "h2"))).containsExactly("one", "two");
        assertThat(texts(elements(page, "h3"))).containsExactly("caption");
        assertThat(elements(page, "nav")).hasSize(1);
        assertThat(elements(page, "a"))
                .extracting(link -> link.getAttribute("href"))
                .containsExactly("#part-1", "#own");
        assertThat(elements(page, "section"))
                .extracting(section -> section.getAttribute("id"))
                .containsExactly("part-1", "own");
    }

    @Test
    void anArticleIsItsOwnHeadAndAHeadingWithinAHeadingIsLower() throws Exception {
        Document page = page(Chapter.of(
                Rank.ARTICLE,
                Words.of("head"),
                Chapter.of(
                        Rank.HEADING,
                        Words.of("two"),
                        Chapter.of(Rank.SUBHEADING, Words.of("three"), Paragraph.of("x")))));

        assertThat(texts(elements(page, "h1"))).containsExactly("head");
        assertThat(texts(elements(page, "h2"))).containsExactly("two");
        assertThat(texts(elements(page, "h3"))).containsExactly("three");
        assertThat(elements(page, "nav")).isEmpty();
    }

    @Test
    void linesKeepTheirBreaksAndTones() throws Exception {
        Document page = page(
                new Paragraph(Words.of("one\ntwo"), Tone.FAILURE),
                Notes.of(List.of("careful"), Tone.WARNING),
                Preformatted.of("a\n   b"));

        assertThat(elements(page, "br")).hasSize(1);
        assertThat(elements(page, "p").get(0).getAttribute("class")).isEqualTo("failure");
        assertThat(elements(page, "ul").get(0).getAttribute("class")).isEqualTo("warning");
        assertThat(elements(page, "pre").get(0).getTextContent()).isEqualTo("a\n   b");
    }

    @Test
    void aPictureStandsInThePageAndCanBeSaved() throws Exception {
        Document page = page(new Picture("a-1", "<svg xmlns='http://www.w3.org/2000/svg'><text>é</text></svg>"));

        assertThat(texts(elements(page, "svg"))).containsExactly("é");
        assertThat(elements(page, "a").get(0).getAttribute("download")).isEqualTo("a-1.svg");
        // The same bytes in base 64.
        assertThat(elements(page, "a").get(0).getAttribute("href"))
                .isEqualTo("data:image/svg+xml;base64,"
                        + "PHN2ZyB4bWxucz0naHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmcnPjx0ZXh0PsOpPC90ZXh0Pjwvc3ZnPg==");
    }

    @Test
    void aNameMayBreakBehindItsJoints() {
        assertThat(HtmlText.breaking("training.compute FLOP/s a.b")).isEqualTo("training.<wbr/>compute FLOP/s a.b");
    }

    private static Document page(Section... sections) throws Exception {
        return parsed(OutputFormat.HTML.write(MadeUp.of(sections)));
    }

    private static Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    private static List<String> attributes(Element element) {
        return IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(i -> element.getAttributes().item(i).getNodeName())
                .toList();
    }

    private static List<String> texts(List<Element> elements) {
        return elements.stream().map(Element::getTextContent).toList();
    }

    private static List<Element> elements(Document page, String name) {
        NodeList found = page.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
