package muster.view.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import muster.scenario.Estimate;
import muster.scenario.Worked;
import muster.uncertainty.sampling.Percentiles;
import muster.uncertainty.sampling.Sampling;
import muster.writer.OutputFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page as a browser without a network gets it. */
final class EstimatePageTest {
    private static final String PICTURE = "data:image/svg+xml;base64,";

    @Test
    void thePageIsWellFormedAndEveryLinkLeadsToAnAnchorOfItsOwn() throws Exception {
        Estimate lead = Worked.of("essay-2023-lead-gradual");
        Document page = parsed(html(List.of(lead, Worked.of("essay-2023"))));

        Set<String> ids = new HashSet<>();
        elements(page, "*").stream()
                .filter(element -> element.hasAttribute("id"))
                .forEach(element -> assertThat(ids.add(element.getAttribute("id")))
                        .as(element.getAttribute("id"))
                        .isTrue());
        assertThat(ids)
                .contains("e1.training.compute", "e2.training.compute", "e1.lead.researcher_months")
                .contains("e1.-warnings", "e2.-charts");
        assertThat(elements(page, "a"))
                .filteredOn(link -> !link.hasAttribute("download"))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link.getAttribute("href"))
                        .startsWith("#")
                        .satisfies(href -> assertThat(ids).contains(href.substring(1))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"essay-2023-lead", "essay-2023-measured", "mixed-fleet"})
    void nothingIsFetchedAndNothingRuns(String scenario) throws Exception {
        String html = html(List.of(Worked.of(scenario).surveyed()));
        Document page = parsed(html);

        assertThat(html.replace("xmlns='http://www.w3.org/2000/svg'", ""))
                .doesNotContain("http:", "https:", "//www.", "@import", "url(");
        assertThat(elements(page, "*"))
                .extracting(Element::getTagName)
                .doesNotContain("script", "link", "img", "image", "iframe", "object", "embed", "use", "base");
        assertThat(elements(page, "*")).noneMatch(element -> element.hasAttribute("src"));
        assertThat(elements(page, "a"))
                .extracting(link -> link.getAttribute("href"))
                .allMatch(href -> href.startsWith("#") || href.startsWith(PICTURE));
    }

    @Test
    void thePageHoldsFiguresSourcesWarningsStepsAndCharts() throws Exception {
        Estimate estimate = Worked.of("essay-2023-lead-theft");
        Document page = parsed(html(List.of(estimate)));
        String text = page.getDocumentElement().getTextContent();

        assertThat(text)
                .contains(estimate.catalog().toString(), "2,910,000", "footnote 7", "the law is extrapolated")
                .contains("= training.capacity * training.utilization * training.duration");
        assertThat(elements(page, "svg")).hasSize(3);
        assertThat(texts(elements(section(page, "steps"), "b")))
                .containsExactlyElementsOf(
                        estimate.steps().stream().map(step -> step.name()).toList());
        assertThat(section(page, "warnings").getTextContent())
                .contains("outside-law-domain, hardware-catalog/scenarios/essay-2023.yaml:");
    }

    @Test
    void theChainIsShownStageByStageWithWhatEntersThere() throws Exception {
        Element chain = section(parsed(html(List.of(Worked.of("essay-2023-lead")))), "chain");

        assertThat(texts(elements(chain, "h3")))
                .containsExactly("fleet", "training", "model", "inference", "workforce", "lead");
        assertThat(chain.getTextContent())
                .containsSubsequence(
                        "Fleet, dense peak rate 4.000e21 FLOP/s",
                        "given fleet.share 0.25",
                        "Training compute 1.577e28 FLOP",
                        "given training.duration 365 day",
                        "Model parameters 1.146e13 parameter",
                        "Throughput, all streams 2.181e7 token/s",
                        "Parallel researchers 43,620 researcher",
                        "Researcher-months of the lead 3,926,000 researcher-month");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fleet.peak                    | 4.000e21 | FLOP/s
            training.compute              | 1.577e28 | FLOP
            workforce.parallel_researchers| 43,620   | researcher
            workforce.serial_speedup      | 15       | researcher-month/researcher/month
            lead.researcher_months        | 3,926,000| researcher-month
            """)
    void theResultGivesEachFigureItsUnitAndItsName(String name, String value, String unit) throws Exception {
        Element result = section(parsed(html(List.of(Worked.of("essay-2023-lead")))), "result");

        assertThat(elements(result, "tr"))
                .filteredOn(row -> row.getTextContent().contains(name))
                .singleElement()
                .satisfies(row -> assertThat(texts(elements(row, "td"))).endsWith(value, unit));
    }

    @Test
    void everySourceIsListedOnceWithWhatRestsOnIt() throws Exception {
        List<String> sources =
                texts(elements(section(parsed(html(List.of(Worked.of("essay-2023")))), "sources"), "li"));

        assertThat(sources)
                .doesNotHaveDuplicates()
                .filteredOn(source ->
                        source.startsWith("Finnveden 2023, Some thoughts on automating alignment research, footnote 7"))
                .anyMatch(source ->
                        source.contains("fleet.capacity, fleet.share, training.utilization, training.duration"));
        assertThat(sources).noneMatch(source -> source.startsWith("default:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"essay-2023-lead", "essay-2023-measured", "mixed-fleet"})
    void everyChartHasATitleAndSaysWhatItWasComputedFromAlsoWhereItIsSaved(String scenario) throws Exception {
        Estimate estimate = Worked.of(scenario).surveyed();
        Document page = parsed(html(List.of(estimate)));

        assertThat(elements(page, "figure")).isNotEmpty().allSatisfy(figure -> {
            Element svg = elements(figure, "svg").get(0);
            assertThat(svg.getAttribute("role")).isEqualTo("img");
            assertThat(elements(svg, "title").get(0).getParentNode()).isSameAs(svg);
            assertThat(elements(svg, "title").get(0).getTextContent())
                    .isNotBlank()
                    .isEqualTo(elements(svg, "text").get(0).getTextContent());
            assertThat(svg.getTextContent())
                    .contains("muster estimate " + scenario, estimate.catalog().toString());
            String saved = elements(figure, "a").get(0).getAttribute("href");
            assertThat(saved).startsWith(PICTURE);
            assertThat(parsed(new String(
                                    Base64.getDecoder().decode(saved.substring(PICTURE.length())),
                                    StandardCharsets.UTF_8))
                            .getDocumentElement()
                            .isEqualNode(svg))
                    .isTrue();
        });
    }

    @Test
    void theFleetIsShownByChipWithTheShareOfEach() throws Exception {
        // 20,000 of 989.4, 60,000 of 148 and 40,000 of 197 TFLOP/s, of 36,548 PFLOP/s.
        assertThat(chart(Worked.of("mixed-fleet"), "The fleet's peak rate, by chip"))
                .contains("nvidia-h100-sxm: 54%", "nvidia-h20: 24%", "google-tpu-v5e: 22%", "FLOP/s, 16-bit, dense");
    }

    @Test
    void theTimeOfATokenIsShownByCause() throws Exception {
        assertThat(chart(Worked.of("essay-2023-measured").surveyed(), "Breakdown of the time per output token"))
                .contains("nvidia-h100-sxm", "ms of a decoding step")
                .contains("compute", "weights", "cache", "activations", "collectives", "fixed");
    }

    @Test
    void whatIsUncertainIsShownWithItsPercentiles() throws Exception {
        Estimate sampled = with(Map.of("workforce.parallel_researchers", new Percentiles(20_000, 40_000, 80_000)));

        assertThat(chart(sampled, "Parallel researchers beside numbers of people"))
                .contains("parallel researchers: 40,000 [20,000, 80,000]", "5th to 95th percentile");
        assertThat(chart(sampled, "5th to 95th percentile of each figure, as multiples of its median"))
                .contains("Parallel researchers: 0.5 to 2");
    }

    @Test
    void aCurveThatNothingOpensHasNoBandAndIsStillOnItsAxis() throws Exception {
        Map<String, Percentiles> certain = new LinkedHashMap<>();
        Worked.of("essay-2023-lead")
                .curve("lead.worth_by_length")
                .orElseThrow()
                .points()
                .forEach(point -> certain.put(
                        "lead.worth_by_length@" + (int) point.at(), new Percentiles(654_300, 654_300, 654_300)));

        assertThat(chart(with(certain), "What the last month of a lead adds"))
                .contains("700,000", "600,000", "length of the lead (months)")
                .doesNotContain("percentile");
    }

    @Test
    void whatAFileSaysIsShownAndNotRun() throws Exception {
        Estimate essay = Worked.of("essay-2023", "workforce.compare_with=[]");
        Estimate hostile = new Estimate(
                "<script>alert(1)</script>",
                Optional.of("a \"title\" & <b>more</b> 'words'"),
                List.of("a=<img src=x onerror=alert(1)>"),
                essay.headline(),
                essay.catalog(),
                essay.basis(),
                essay.warnings(),
                essay.steps(),
                essay.curves(),
                essay.serving(),
                essay.attainment(),
                essay.sampling(),
                essay.percentiles(),
                essay.errors());
        String html = html(List.of(hostile));
        Document page = parsed(html);

        assertThat(html).doesNotContain("<script", "<img");
        assertThat(elements(page, "h1").get(0).getTextContent()).isEqualTo("a \"title\" & <b>more</b> 'words'");
        assertThat(elements(page, "figure")).isEmpty();
    }

    @Test
    void aChartOfSamplesSaysSoAndOneOfCentralValuesToo() throws Exception {
        Estimate sampled = sampled("mixed-fleet", Optional.of(new Sampling(7, 2048, 1)), Map.of());
        assertThat(chart(sampled, "The fleet's peak rate, by chip"))
                .endsWith("muster estimate mixed-fleet, central values of the inputs; catalog " + sampled.catalog());

        Estimate lead = sampled("essay-2023-lead", Optional.of(new Sampling(7, 2048, 1)), Map.of());
        assertThat(chart(lead, "Researcher-months of the lead, so far"))
                .contains("muster estimate essay-2023-lead, 2,048 samples of seed 7; catalog " + lead.catalog());
    }

    private static String html(List<Estimate> estimates) {
        return OutputFormat.HTML.write(new EstimateView(estimates, List.of(), false, false));
    }

    private static Estimate with(Map<String, Percentiles> spread) {
        return sampled("essay-2023-lead", Optional.empty(), spread);
    }

    private static Estimate sampled(String scenario, Optional<Sampling> how, Map<String, Percentiles> spread) {
        Estimate central = Worked.of(scenario);
        return new Estimate(
                central.scenario(),
                central.title(),
                central.settings(),
                central.headline(),
                central.catalog(),
                central.basis(),
                central.warnings(),
                central.steps(),
                central.curves(),
                central.serving(),
                central.attainment(),
                how,
                spread,
                Map.of());
    }

    private static List<String> chart(Estimate estimate, String title) throws Exception {
        return elements(parsed(html(List.of(estimate))), "svg").stream()
                .map(svg -> texts(elements(svg, "text")))
                .filter(texts -> texts.get(0).equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no chart " + title));
    }

    private static Element section(Document page, String anchor) {
        return elements(page, "section").stream()
                .filter(section -> section.getAttribute("id").equals("e1.-" + anchor))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no section " + anchor));
    }

    private static List<String> texts(List<Element> elements) {
        return elements.stream().map(Element::getTextContent).toList();
    }

    private static List<Element> elements(Document page, String name) {
        return elements(page.getElementsByTagName(name));
    }

    private static List<Element> elements(Element within, String name) {
        return elements(within.getElementsByTagName(name));
    }

    private static List<Element> elements(NodeList found) {
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static Document parsed(String html) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }
}
