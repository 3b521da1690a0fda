package muster.writer;

import java.util.List;
import java.util.Optional;
import muster.text.Harmless;
import muster.view.Piece;
import muster.view.Words;

/** Words as HTML. Whatever comes from a file goes through {@link #escaped}. */
final class HtmlText {
    private HtmlText() {}

    /** Text that is shown as it is, also between quotes. */
    static String escaped(String text) {
        return Harmless.lines(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Text that may break behind the joints of a name, a unit or a path, which a browser does not do by itself. */
    static String breaking(String text) {
        return escaped(text).replaceAll("(?<=[._/])(?=[a-z]{2})", "<wbr/>").replaceAll("\\R", "<br/>");
    }

    /** Words with their styles and links. */
    static String of(Words words) {
        StringBuilder html = new StringBuilder();
        List<Piece> pieces = words.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            String element = element(pieces.get(i).style());
            boolean opens = i == 0 || pieces.get(i - 1).style() != pieces.get(i).style();
            boolean closes = i == pieces.size() - 1
                    || pieces.get(i + 1).style() != pieces.get(i).style();
            html.append(opens && !element.isEmpty() ? "<" + element + ">" : "")
                    .append(linked(pieces.get(i)))
                    .append(closes && !element.isEmpty() ? "</" + element + ">" : "");
        }
        return html.toString();
    }

    /** A link to an anchor of the same page around HTML. */
    static String link(String anchor, String inside) {
        return "<a href=\"#%s\">%s</a>".formatted(escaped(anchor), inside);
    }

    private static String linked(Piece piece) {
        String inside = breaking(piece.text());
        Optional<String> anchor = piece.anchor();
        return anchor.isPresent() ? link(anchor.get(), inside) : inside;
    }

    private static String element(Piece.Style style) {
        return switch (style) {
            case PLAIN -> "";
            case STRONG -> "b";
            case SYMBOL -> "i";
            case CODE -> "code";
            case SMALL -> "small";
        };
    }
}
