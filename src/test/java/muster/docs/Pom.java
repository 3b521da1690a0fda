package muster.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A project as Maven describes it, as far as its file says so itself.
 *
 * @param project the outermost element
 */
record Pom(Element project) {

    /**
     * A library that another needs when it runs.
     *
     * @param group its group
     * @param artifact its name within the group
     */
    record Library(String group, String artifact) {
        @Override
        public String toString() {
            return group + ":" + artifact;
        }
    }

    static Pom read(Path file) {
        try {
            return new Pom(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(Files.newInputStream(file))
                    .getDocumentElement());
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    /** What it needs when it runs, of itself: not what that needs in turn. */
    List<Library> needs() {
        return children(project, "dependencies").stream()
                .flatMap(all -> children(all, "dependency").stream())
                .filter(one -> List.of("", "compile", "runtime").contains(text(one, "scope")))
                .filter(one -> !text(one, "optional").equals("true"))
                .map(one -> new Library(text(one, "groupId"), text(one, "artifactId")))
                .toList();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && child.getTagName().equals(name)) {
                found.add(child);
            }
        }
        return found;
    }

    private static String text(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent().strip();
    }
}
