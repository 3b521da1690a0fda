package muster.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is in the jar stands in NOTICE, at the version that is there. */
class NoticeTest {
    private static final Pattern ROW = Pattern.compile("([a-z.]+:[a-z-]+) +(\\S+) +\\S.*");
    private static final Pattern FOLDER = Pattern.compile(".*/([^/]+)/([^/]+)/\\1-\\2\\.jar");

    /** A pom lies beside its jar in the folder that Maven keeps its downloads in. */
    private record Jar(String version, Path pom) {}

    @Test
    void everyLibraryOfTheJarIsListedWithItsVersion() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        for (String line : Files.readAllLines(Page.HOME.resolve("NOTICE"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                listed.put(row.group(1), row.group(2));
            }
        }

        assertThat(listed).isEqualTo(packed());
    }

    @Test
    void theLicenceIsTheOneThatThePomNames() throws IOException {
        assertThat(Files.readString(Page.HOME.resolve("LICENSE")))
                .contains("Apache License", "Version 2.0, January 2004");
        assertThat(Files.readString(Page.HOME.resolve("pom.xml"))).contains("<name>Apache-2.0</name>");
    }

    // Follows the dependencies of the pom from library to library, over the jars that the tests run with.
    private static Map<String, String> packed() {
        Map<String, Jar> jars = jars();
        Map<String, String> packed = new TreeMap<>();
        Set<Pom.Library> seen = new LinkedHashSet<>();
        Deque<Pom.Library> open =
                new ArrayDeque<>(Pom.read(Page.HOME.resolve("pom.xml")).needs());
        while (!open.isEmpty()) {
            Pom.Library library = open.pop();
            // A pom may inherit what only its own tests need: that is on no class path here.
            if (seen.add(library) && jars.containsKey(library.artifact())) {
                Jar jar = jars.get(library.artifact());
                packed.put(library.toString(), jar.version());
                open.addAll(Pom.read(jar.pom()).needs());
            }
        }
        return packed;
    }

    private static Map<String, Jar> jars() {
        return NoticeTest.class
                .getClassLoader()
                .resources("META-INF/MANIFEST.MF")
                .map(URL::toString)
                .filter(url -> url.startsWith("jar:file:"))
                .map(url -> FOLDER.matcher(URI.create(url.substring("jar:".length(), url.indexOf("!/")))
                        .getPath()))
                .filter(Matcher::matches)
                .collect(Collectors.toMap(
                        jar -> jar.group(1),
                        jar -> new Jar(jar.group(2), Path.of(jar.group().replaceFirst("\\.jar$", ".pom"))),
                        (one, other) -> one));
    }
}
