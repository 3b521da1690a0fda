package muster.view;

import java.util.List;

/**
 * What is shown of a result, in the three forms that any format can be written from. A view is made of a result and computes
 * nothing of its own: asked twice, it says the same.
 */
public interface View {

    /** What this is, in a line, as {@code muster estimate essay-2023}. */
    String title();

    /**
     * What a person reads, from top to bottom.
     *
     * @param medium where it is read: a page has room for more than a terminal
     */
    List<Section> sections(Medium medium);

    /** What a spreadsheet reads: a row for each thing, with all digits. */
    Grid rows();

    /** What a program reads: names and values, with all digits. */
    Data data();
}
