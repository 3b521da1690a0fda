package muster.text;

/**
 * Text that only stands there. Control characters, which move a cursor or begin an escape sequence, marks that turn the
 * direction of letters, and other characters that cannot be seen are shown as {@code \}{@code u001b}; all else stays as it is.
 */
public final class Harmless {
    // A soft hyphen and the joiners, which some scripts are not written without.
    private static final String JOINERS = "\u00AD\u200C\u200D";

    private Harmless() {}

    /** Text on lines: a line feed stays, as does a carriage return before it. */
    public static String lines(String text) {
        return only("\n", text.replace("\r\n", "\n"));
    }

    /** Text on one line: ends of lines and tabs become spaces. */
    public static String line(String text) {
        return only("", text.replaceAll("\\R|\t", " "));
    }

    /**
     * Text with the escapes of Java and JSON, which both read back as it was.
     *
     * @param kept control characters that stay, as {@code \n}
     */
    public static String only(String kept, String text) {
        int first = first(kept, text);
        if (first == text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.substring(0, first));
        for (int i = first; i < text.length(); ) {
            int letter = text.codePointAt(i);
            int end = i + Character.charCount(letter);
            String same = text.substring(i, end);
            if (kept.contains(same) || !isHidden(letter)) {
                shown.append(same);
            } else {
                same.chars().forEach(unit -> shown.append("\\u").append(Integer.toHexString(0x10000 | unit), 1, 5));
            }
            i = end;
        }
        return shown.toString();
    }

    // Where the first of them stands; most texts have none.
    private static int first(String kept, String text) {
        int i = 0;
        while (i < text.length()) {
            int letter = text.codePointAt(i);
            if (isHidden(letter) && kept.indexOf(letter) < 0) {
                return i;
            }
            i += Character.charCount(letter);
        }
        return i;
    }

    private static boolean isHidden(int letter) {
        if (letter >= ' ' && letter < '\u007F') {
            return false;
        }
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> JOINERS.indexOf(letter) < 0;
            // U+FFFE and U+FFFF of each plane are no characters, and no XML may hold them.
            default -> (letter & 0xFFFE) == 0xFFFE;
        };
    }
}
