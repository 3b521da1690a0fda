package muster.docs;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The constants that hold the names of figures, read from the source text. */
final class FigureNames {
    /** Whether a file is one of the constants of names. */
    static final Pattern HOMES = Pattern.compile(".*(?:Figures|/ScenarioPaths)\\.java");

    private static final Pattern CONSTANT = Pattern.compile("static final String ([A-Z0-9_]+) =\\s+\"([a-z0-9_.]+)\"");

    private FigureNames() {}

    /** The names by constant, as {@code FleetFigures.PEAK}. */
    static Map<String, String> constants() {
        Map<String, String> constants = new TreeMap<>();
        Sources.texts().forEach((file, text) -> {
            if (HOMES.matcher(file).matches()) {
                String type = file.substring(file.lastIndexOf('/') + 1, file.length() - ".java".length());
                CONSTANT.matcher(text)
                        .results()
                        .forEach(found -> constants.put(type + "." + found.group(1), found.group(2)));
            }
        });
        return constants;
    }
}
