package muster.chart;

import java.util.List;
import java.util.Locale;
import muster.text.Harmless;

/** The text of a picture, element by element. */
final class Svg {
    // Vermilion, blue and the others of Okabe and Ito 2008, which colour-blind readers tell apart.
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f3c8d", "#5a5a5a");
    private static final String LETTERS = "font-family='Helvetica, Arial, sans-serif'";

    private final StringBuilder text = new StringBuilder();

    /** A picture of so many pixels with a title that a reader hears or sees. */
    Svg(double width, double height, String title) {
        text.append(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %s %s' width='%s' height='%s' role='img' %s>\n"
                        .formatted(number(width), number(height), number(width), number(height), LETTERS));
        text.append("<title>%s</title>\n".formatted(escaped(title)));
        text.append("<rect width='100%' height='100%' fill='#ffffff'/>\n");
    }

    static String colour(int index) {
        return COLOURS.get(Math.floorMod(index, COLOURS.size()));
    }

    void line(double x1, double y1, double x2, double y2, String stroke) {
        text.append("<line x1='%s' y1='%s' x2='%s' y2='%s' stroke='%s'/>\n"
                .formatted(number(x1), number(y1), number(x2), number(y2), stroke));
    }

    void path(List<double[]> pixels, String attributes) {
        StringBuilder path = new StringBuilder();
        for (double[] pixel : pixels) {
            path.append(path.isEmpty() ? "M" : " L")
                    .append(number(pixel[0]))
                    .append(' ')
                    .append(number(pixel[1]));
        }
        text.append("<path d='%s' %s/>\n".formatted(path, attributes));
    }

    /** A mark of one of four shapes, so that series differ in more than colour. */
    void dot(double x, double y, int index, String note) {
        String shape = switch (Math.floorMod(index, 4)) {
            case 0 -> "M%s %s m-3 0 a3 3 0 1 0 6 0 a3 3 0 1 0 -6 0";
            case 1 -> "M%s %s m-3 -3 h6 v6 h-6 z";
            case 2 -> "M%s %s m0 -4 l4 7 h-8 z";
            default -> "M%s %s m0 -4 l4 4 l-4 4 l-4 -4 z";
        };
        text.append("<path d='%s' fill='%s' fill-opacity='0.75'"
                .formatted(shape.formatted(number(x), number(y)), colour(index)));
        text.append(note.isEmpty() ? "/>\n" : "><title>%s</title></path>\n".formatted(escaped(note)));
    }

    void rect(double x, double y, double width, double height, String fill, String note) {
        text.append("<rect x='%s' y='%s' width='%s' height='%s' fill='%s'"
                .formatted(number(x), number(y), number(width), number(height), fill));
        text.append(note.isEmpty() ? "/>\n" : "><title>%s</title></rect>\n".formatted(escaped(note)));
    }

    /** Letters; {@code anchor} is start, middle or end. */
    void letters(double x, double y, String words, String anchor, int size) {
        text.append("<text x='%s' y='%s' text-anchor='%s' font-size='%s' fill='#222222'>%s</text>\n"
                .formatted(number(x), number(y), anchor, size, escaped(words)));
    }

    /** Letters that run upwards. */
    void upwards(double x, double y, String words, int size) {
        text.append(
                "<text transform='translate(%s %s) rotate(-90)' text-anchor='middle' font-size='%s' fill='#222222'>%s</text>\n"
                        .formatted(number(x), number(y), size, escaped(words)));
    }

    /** A picture inside this one, so far from its top. */
    void inner(double y, String svg) {
        text.append(svg.replaceFirst("<svg ", "<svg y='%s' ".formatted(number(y))));
    }

    /** The whole text. */
    String end() {
        return text + "</svg>\n";
    }

    /** About how wide letters of a size are: a sans-serif letter is some six tenths as wide as high. */
    static double width(String words, int size) {
        return words.length() * size * 0.58;
    }

    private static String number(double value) {
        String rounded = String.format(Locale.ROOT, "%.2f", value);
        String plain = rounded.replaceAll("\\.?0+$", "");
        return plain.equals("-0") ? "0" : plain;
    }

    private static String escaped(String words) {
        return Harmless.line(words)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&#39;");
    }
}
