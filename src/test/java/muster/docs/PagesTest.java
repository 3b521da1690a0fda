package muster.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages hang together: every link leads somewhere, README leads to every page, and what people read is short. */
class PagesTest {
    /** The most lines of a page that people read; what is looked up stands under docs/reference. */
    private static final int MOST_LINES = 200;

    private static final String REFERENCE = "docs/reference/";
    private static final String DECISIONS = "docs/decisions/";
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("#+ (.*)");

    private static final List<Page> PAGES = Stream.concat(
                    Page.all().stream(), Stream.of(Page.read("hardware-catalog/CHANGELOG.md")))
            .toList();

    @Test
    void everyLinkLeadsSomewhere() {
        Map<String, Set<String>> anchors = PAGES.stream().collect(Collectors.toMap(Page::name, PagesTest::anchors));
        List<String> dead = new ArrayList<>();
        for (Page page : PAGES) {
            for (String link : links(page)) {
                String[] parts = link.split("#", 2);
                boolean file = Files.exists(Page.HOME.resolve(parts[0]));
                if (!file
                        || (parts.length > 1
                                && !anchors.getOrDefault(parts[0], Set.of()).contains(parts[1]))) {
                    dead.add(page.name() + " links " + link);
                }
            }
        }

        assertThat(dead).isEmpty();
    }

    @Test
    void theReadmeLinksEveryPage() {
        Set<String> linked = links(Page.read("README.md")).stream()
                .map(link -> link.split("#", 2)[0])
                .collect(Collectors.toSet());

        assertThat(Page.all().stream()
                        .map(Page::name)
                        .filter(name -> !name.equals("README.md") && !name.startsWith(DECISIONS))
                        .filter(name -> !linked.contains(name)))
                .as("pages that README.md does not link")
                .isEmpty();
        assertThat(linked).contains("docs/decisions", "LICENSE", "NOTICE");
    }

    @Test
    void whatPeopleReadIsShort() {
        assertThat(Page.all().stream()
                        .filter(page -> page.lines().size() > MOST_LINES)
                        .map(page -> "%s has %s lines"
                                .formatted(page.name(), page.lines().size()))
                        .filter(page -> !page.startsWith(REFERENCE) && !page.startsWith("CHANGELOG.md")))
                .as("pages of more than %s lines outside %s", MOST_LINES, REFERENCE)
                .isEmpty();
    }

    // Of a page's links those within the repository, from its root.
    private static List<String> links(Page page) {
        Path folder = Path.of("/" + page.name()).getParent();
        return prose(page).stream()
                .flatMap(line -> LINK.matcher(line).results())
                .map(found -> found.group(1))
                .filter(link -> !link.contains(":"))
                .map(link -> link.startsWith("#")
                        ? page.name() + link
                        : folder.resolve(link).normalize().toString().substring(1))
                .toList();
    }

    // As GitHub makes them of headings; of two alike, the second is numbered.
    private static Set<String> anchors(Page page) {
        Map<String, Integer> times = new HashMap<>();
        Set<String> anchors = new TreeSet<>();
        prose(page).stream()
                .map(HEADING::matcher)
                .filter(Matcher::matches)
                .map(MatchResult::group)
                .map(heading -> heading.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .forEach(anchor -> {
                    int before = times.merge(anchor, 1, Integer::sum) - 1;
                    anchors.add(before == 0 ? anchor : anchor + "-" + before);
                });
        return anchors;
    }

    private static List<String> prose(Page page) {
        List<String> prose = new ArrayList<>();
        boolean code = false;
        for (String line : page.lines()) {
            boolean fence = line.startsWith("```");
            if (!code && !fence) {
                prose.add(line);
            }
            code = fence != code;
        }
        return prose;
    }
}
