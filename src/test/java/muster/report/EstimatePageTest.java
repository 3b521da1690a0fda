package muster.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import muster.scenario.Estimate;
import muster.scenario.Worked;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page as a browser without a network gets it. */
final class EstimatePageTest {

    @Test
    void thePageIsWellFormedAndEveryLinkLeadsToAStepOfItsOwn() throws Exception {
        Estimate lead = Worked.of("essay-2023-lead-gradual");
        Document page = parsed(EstimatePage.html(List.of(lead, Worked.of("essay-2023"))));

        Set<String> ids = new HashSet<>();
        elements(page, "li").forEach(item -> {
            if (item.hasAttribute("id")) {
                assertThat(ids.add(item.getAttribute("id")))
                        .as(item.getAttribute("id"))
                        .isTrue();
            }
        });
        assertThat(ids).contains("e1.training.compute", "e2.training.compute", "e1.lead.researcher_months");
        assertThat(elements(page, "a"))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link.getAttribute("href"))
                        .startsWith("#")
                        .satisfies(href -> assertThat(ids).contains(href.substring(1))));
    }

    @Test
    void nothingIsFetchedAndNothingRuns() {
        String page = EstimatePage.html(List.of(Worked.of("essay-2023-lead")));

        assertThat(page.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:", "https:", "src=", "@import", "url(", "<script", "<link");
    }

    @Test
    void thePageHoldsFiguresSourcesWarningsStepsAndCharts() throws Exception {
        Estimate estimate = Worked.of("essay-2023-lead-theft");
        Document page = parsed(EstimatePage.html(List.of(estimate)));
        String text = page.getDocumentElement().getTextContent();

        assertThat(text)
                .contains(estimate.catalog().toString(), "2,910,000", "footnote 7", "the law is extrapolated")
                .contains("= training.capacity * training.utilization * training.duration");
        assertThat(elements(page, "svg")).hasSize(3);
        estimate.steps().forEach(step -> assertThat(text).contains(step.name()));
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
                essay.fleet(),
                essay.sampling(),
                essay.spread(),
                essay.errors());
        String html = EstimatePage.html(List.of(hostile));
        Document page = parsed(html);

        assertThat(html).doesNotContain("<script", "<img");
        assertThat(elements(page, "h1").get(0).getTextContent()).isEqualTo("a \"title\" & <b>more</b> 'words'");
        assertThat(elements(page, "figure")).isEmpty();
    }

    private static List<Element> elements(Document page, String name) {
        NodeList found = page.getElementsByTagName(name);
        return java.util.stream.IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static Document parsed(String html) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }
}
