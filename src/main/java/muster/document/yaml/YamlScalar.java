package muster.document.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.text.Harmless;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/** A text as a scalar of YAML on one line, the same anywhere: as a key or a value, in a block or between brackets. */
public final class YamlScalar {
    // Nothing here means anything in YAML, wherever it stands.
    private static final String PLAIN = "[A-Za-z0-9+.$][A-Za-z0-9 +./$%_()^-]*(?<! )";
    // Half of a pair, which no file holds, and by which the engine would change its neighbour.
    private static final String HALF = "[\\uD800-\\uDFFF]";
    private static final DumpSettings ONE_LINE = DumpSettings.builder()
            .setSplitLines(false)
            .setWidth(Integer.MAX_VALUE)
            .build();

    private YamlScalar() {}

    /** The text as it is where nothing in it means anything in YAML, else in double quotes. */
    public static String of(String text) {
        return text.matches(PLAIN) ? text : quoted(text.replaceAll(HALF, "\uFFFD"));
    }

    // The engine knows which characters need an escape.
    private static String quoted(String text) {
        List<Event> events = List.of(
                new StreamStartEvent(),
                new DocumentStartEvent(false, Optional.empty(), Map.of()),
                new ScalarEvent(
                        Optional.empty(),
                        Optional.empty(),
                        new ImplicitTuple(false, true),
                        text,
                        ScalarStyle.DOUBLE_QUOTED),
                new DocumentEndEvent(false),
                new StreamEndEvent());
        String written = new Present(ONE_LINE).emitToString(events.iterator());
        // Before an empty scalar it marks the start of the document.
        // What it leaves though a reader would not see it: in double quotes these escapes are YAML's, too.
        return Harmless.only("", written.substring(written.indexOf('"')).strip());
    }
}
