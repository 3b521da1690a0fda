package muster.writer;

import java.util.Locale;
import muster.view.View;

/** Every format of results. */
public enum OutputFormat {
    /** Text for a terminal. */
    TABLE(new TextWriter()),
    /** Values for a program. */
    JSON(new JsonWriter()),
    /** Rows for a spreadsheet. */
    CSV(new CsvWriter()),
    /** Text for a document. */
    MARKDOWN(new MarkdownWriter()),
    /** A page that stands alone. */
    HTML(new HtmlWriter());

    private final ViewWriter writer;

    OutputFormat(ViewWriter writer) {
        this.writer = writer;
    }

    /** The text of a view in this format. */
    public String write(View view) {
        return writer.write(view);
    }

    /** The name by which a user asks for it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
