package muster.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartTest {
    private static final Axis SPEED = Axis.log("speed (token/s)");
    private static final Axis RATE = Axis.linear("rate (token/s)");

    private static Chart chart(List<ChartSeries> series) {
        return new Chart("Speed & rate <one>", SPEED, RATE, series, List.of("basis: 'bf16'"));
    }

    private static ChartSeries line(double... xy) {
        List<ChartPoint> points = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            points.add(new ChartPoint(xy[i], xy[i + 1], "at " + xy[i]));
        }
        return new ChartSeries.Line("a line", points, false);
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void whatNoPictureMayHoldIsShown() throws Exception {
        String svg = new Chart("a\u001B[2J\u202Eb\nc\uFFFF\0", SPEED, RATE, List.of(line(1, 2, 3, 4)), List.of()).svg();

        assertThat(parsed(svg).getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("a\\u001b[2J\\u202eb c\\uffff\\u0000");
    }

    @Test
    void chartsStandBelowOneAnother() throws Exception {
        Chart one = chart(List.of(line(1, 2, 3, 4)));
        String svg = new ChartPanels("both", List.of(one, one, one)).svg();
        NodeList pictures = parsed(svg).getElementsByTagName("svg");

        assertThat(pictures.getLength()).isEqualTo(4);
        for (int i = 1; i < 4; i++) {
            assertThat(pictures.item(i).getAttributes().getNamedItem("y").getNodeValue())
                    .isEqualTo(String.valueOf((int) ((i - 1) * one.height())));
        }
        assertThat(pictures.item(0).getAttributes().getNamedItem("height").getNodeValue())
                .isEqualTo(String.valueOf((int) (3 * one.height())));
        assertThatThrownBy(() -> new ChartPanels("none", List.of())).hasMessage("no chart: none");
    }

    @Test
    void isXmlWithEveryWordInIt() throws Exception {
        Document svg = parsed(chart(List.of(line(1, 0, 10, 5))).svg());
        NodeList texts = svg.getElementsByTagName("text");
        List<String> words = IntStream.range(0, texts.getLength())
                .mapToObj(i -> texts.item(i).getTextContent())
                .toList();
        assertThat(words)
                .contains("Speed & rate <one>", "speed (token/s)", "rate (token/s)", "a line", "basis: 'bf16'");
        assertThat(svg.getElementsByTagName("title").item(1).getTextContent()).isEqualTo("at 1.0");
    }

    @Test
    void aLineIsSolidWhereItIsKnownAndDashedBeyond() {
        List<ChartPoint> all = List.of(ChartPoint.of(1, 0), ChartPoint.of(10, 5), ChartPoint.of(100, 10));
        String svg = chart(List.of(new ChartSeries.Extrapolated("a law", all, all.subList(0, 2))))
                .svg();

        // The whole in dashes, and over it a solid piece that ends sooner; then the legend.
        assertThat(svg.split("stroke-width='2' stroke-dasharray", -1)).hasSize(2);
        assertThat(svg.split("stroke-width='2'/>", -1)).hasSize(3);
        String none = chart(List.of(new ChartSeries.Extrapolated("a law", all, List.of())))
                .svg();
        assertThat(none.split("stroke-width='2'/>", -1)).hasSize(2);
    }

    @Test
    void equalFactorsAreEquallyFarApartAndHigherIsUp() {
        Matcher path = Pattern.compile("d='M([\\d.]+) ([\\d.]+) L([\\d.]+) ([\\d.]+) L([\\d.]+) ([\\d.]+)'")
                .matcher(chart(List.of(line(1, 0, 10, 5, 100, 10))).svg());
        assertThat(path.find()).isTrue();
        double[] at = IntStream.rangeClosed(1, 6)
                .mapToDouble(i -> Double.parseDouble(path.group(i)))
                .toArray();
        assertThat(at[2] - at[0]).isCloseTo(at[4] - at[2], org.assertj.core.data.Offset.offset(0.02));
        assertThat(at[1]).isGreaterThan(at[3]);
        assertThat(at[1] - at[3]).isCloseTo(at[3] - at[5], org.assertj.core.data.Offset.offset(0.02));
    }

    @Test
    void refusesWhatAnAxisCannotShow() {
        assertThatThrownBy(() -> chart(List.of(line(0, 1)))).hasMessageContaining("cannot be shown");
        assertThatThrownBy(() -> chart(List.of(line(1, Double.NaN)))).hasMessageContaining("cannot be shown");
        assertThatThrownBy(() -> chart(List.of())).hasMessageContaining("without points");
        assertThatThrownBy(() -> new Bars("none", RATE, List.of(), List.of(), List.of()))
                .hasMessageContaining("cannot be shown");
    }

    @Test
    void isTheSameInEveryLocale() {
        String here = chart(List.of(line(1, 0, 10, 1234.5))).svg();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(chart(List.of(line(1, 0, 10, 1234.5))).svg()).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void layersOfAStackAddUp() {
        List<ChartSeries> stack = ChartSeries.stack(
                List.of("train", "serve"), List.of(0.0, 1.0), List.of(List.of(1.0, 2.0), List.of(10.0, 20.0)));
        ChartSeries.Band serve = (ChartSeries.Band) stack.get(1);
        assertThat(serve.low()).containsExactly(ChartPoint.of(0, 1), ChartPoint.of(1, 2));
        assertThat(serve.high()).containsExactly(ChartPoint.of(0, 11), ChartPoint.of(1, 22));
    }

    @Test
    void stepsKeepTheirHeightUntilTheNext() {
        assertThat(ChartSeries.steps(List.of(ChartPoint.of(0, 1), ChartPoint.of(2, 5)), 3))
                .containsExactly(ChartPoint.of(0, 1), ChartPoint.of(2, 1), ChartPoint.of(2, 5), ChartPoint.of(3, 5));
    }

    @Test
    void barsLieBetweenTheirEnds() {
        Bars bars = new Bars(
                "drivers",
                RATE,
                List.of(new Bars.Row(
                        "share", List.of(new Bars.Bar(30, 10, 0, "low"), new Bars.Bar(30, 50, 1, "high")))),
                List.of(30.0),
                List.of());
        Matcher rects = Pattern.compile("<rect x='([\\d.]+)' y='[\\d.]+' width='([\\d.]+)'")
                .matcher(bars.svg());
        assertThat(rects.find()).isTrue();
        double left = Double.parseDouble(rects.group(1));
        double width = Double.parseDouble(rects.group(2));
        assertThat(rects.find()).isTrue();
        assertThat(Double.parseDouble(rects.group(1)))
                .isCloseTo(left + width, org.assertj.core.data.Offset.offset(0.02));
        assertThat(Double.parseDouble(rects.group(2))).isCloseTo(width, org.assertj.core.data.Offset.offset(0.02));
    }

    @Test
    void theLegendHasTheColoursOfTheBars() {
        String svg = new Bars(
                        "drivers",
                        RATE,
                        List.of(new Bars.Row("share", List.of(new Bars.Bar(30, 10, 1, "in the bar")))),
                        List.of(),
                        List.of("low", "high"),
                        List.of())
                .svg();

        String bar = colourBefore(svg, "in the bar");
        assertThat(colourBefore(svg, ">high<")).isEqualTo(bar);
        assertThat(colourBefore(svg, ">low<")).isNotEqualTo(bar);
    }

    // Of the last rectangle that is drawn before the words.
    private static String colourBefore(String svg, String words) {
        String before = svg.substring(0, svg.indexOf(words));
        String rect = before.substring(before.lastIndexOf("<rect"));
        return rect.replaceAll("(?s).*? fill='(#\\w+)'.*", "$1");
    }
}
