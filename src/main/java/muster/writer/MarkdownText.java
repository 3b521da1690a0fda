package muster.writer;

import muster.text.Harmless;

/** Text in Markdown. Whatever comes from a file goes through here. */
final class MarkdownText {
    // A tag, a comment or a link between angles begins like this; a smaller-than sign does not.
    private static final String TAG = "<(?=[A-Za-z/!?])";
    // An entity would be shown as the letter that it names.
    private static final String ENTITY = "&(?=#?[A-Za-z0-9]+;)";

    private MarkdownText() {}

    /** Text that is shown as it is: no tag of HTML begins in it, and no link or picture. */
    static String of(String text) {
        return Harmless.lines(text)
                .replaceAll(ENTITY, "&amp;")
                .replaceAll(TAG, "&lt;")
                .replace("](", "]\\(");
    }

    /** Text as code, between marks that it does not hold. */
    static String code(String text) {
        String shown = Harmless.lines(text);
        if (shown.indexOf('`') < 0) {
            return "`%s`".formatted(shown);
        }
        String mark = "`";
        while (shown.contains(mark)) {
            mark += "`";
        }
        return "%s %s %s".formatted(mark, shown, mark);
    }
}
