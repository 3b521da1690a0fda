package muster.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Letters of a line, a cell or a heading. {@code Words.of("Model ").strong("loss")} has two pieces.
 *
 * @param pieces the letters by style, in order
 */
public record Words(List<Piece> pieces) {
    /** No letters. */
    public static final Words NONE = new Words(List.of());

    public Words {
        pieces = List.copyOf(pieces);
    }

    /** Letters of no style. */
    public static Words of(String text) {
        return text.isEmpty() ? NONE : NONE.plain(text);
    }

    /** Words one after another, with something between them. */
    public static Words join(String between, List<Words> all) {
        Words joined = NONE;
        for (int i = 0; i < all.size(); i++) {
            joined = joined.and(i == 0 ? NONE : of(between)).and(all.get(i));
        }
        return joined;
    }

    /** These and then others. */
    public Words and(Words others) {
        return new Words(Stream.concat(pieces.stream(), others.pieces.stream()).toList());
    }

    /** These and then letters as they are. */
    public Words plain(String text) {
        return with(Piece.Style.PLAIN, text);
    }

    /** These and then heavier ones. */
    public Words strong(String text) {
        return with(Piece.Style.STRONG, text);
    }

    /** These and then an expression, a name or a path. */
    public Words code(String text) {
        return with(Piece.Style.CODE, text);
    }

    /** These and then smaller ones. */
    public Words small(String text) {
        return with(Piece.Style.SMALL, text);
    }

    /** These and then letters that lead to an anchor of the view. */
    public Words link(String anchor, String text) {
        return with(Piece.Style.PLAIN, text, anchor);
    }

    /** These and then smaller letters that lead to an anchor of the view. */
    public Words smallLink(String anchor, String text) {
        return with(Piece.Style.SMALL, text, anchor);
    }

    /** These and then letters of a style. */
    public Words with(Piece.Style style, String text) {
        return and(new Words(List.of(new Piece(style, text, Optional.empty()))));
    }

    /** These and then letters of a style that lead to an anchor of the view. */
    public Words with(Piece.Style style, String text, String anchor) {
        return and(new Words(List.of(new Piece(style, text, Optional.of(anchor)))));
    }

    /** The letters alone. */
    public String text() {
        return pieces.size() == 1
                ? pieces.get(0).text()
                : pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return text();
    }
}
