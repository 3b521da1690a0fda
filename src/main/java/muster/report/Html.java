package muster.report;

import java.util.List;
import java.util.stream.Collectors;

/** Pieces of HTML. Whatever comes from a file goes through {@link #text}. */
final class Html {
    private Html() {}

    /** Text that is shown as it is. */
    static String text(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** An element around HTML. */
    static String element(String name, String inside) {
        return "<%s>%s</%s>\n".formatted(name, inside, name);
    }

    /** A list of texts. */
    static String list(List<String> texts) {
        return element(
                "ul", texts.stream().map(line -> element("li", text(line))).collect(Collectors.joining()));
    }

    /** A table that can be moved sideways where the window is narrow. */
    static String table(Grid grid) {
        StringBuilder rows = new StringBuilder();
        grid.rows().forEach(row -> rows.append(row(grid, row, "td")));
        return "<div class=\"wide\" tabindex=\"0\"><table>\n<thead>%s</thead>\n<tbody>\n%s</tbody>\n</table></div>\n"
                .formatted(row(grid, grid.head(), "th").strip(), rows);
    }

    /** Text in which a name, a unit or a path may break behind its joints, which a browser does not do by itself. */
    static String breaking(String words) {
        return text(words).replaceAll("(?<=[._/])(?=[a-z]{2})", "<wbr/>");
    }

    /** Words that lead to an anchor of the same page. */
    static String link(String anchor, String words) {
        return "<a href=\"#%s\">%s</a>".formatted(text(anchor), breaking(words));
    }

    private static String row(Grid grid, List<String> cells, String element) {
        StringBuilder row = new StringBuilder("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            row.append("<%s%s>%s</%s>"
                    .formatted(
                            element,
                            grid.numbers().contains(i) ? " class=\"number\"" : "",
                            breaking(cells.get(i)),
                            element));
        }
        return row.append("</tr>\n").toString();
    }
}
