package muster.writer;

import muster.view.View;

/** A format, which any view can be written in. A new one is a class like this and its line in {@link OutputFormat}. */
public interface ViewWriter {

    /** The text of a view, with {@code \n} at the end of each line. */
    String write(View view);
}
