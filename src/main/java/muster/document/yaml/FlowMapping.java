package muster.document.yaml;

import java.util.List;
import java.util.Optional;
import muster.diagnostic.Problems;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;

/** A mapping between brackets, of which another can take the place as it is written: {@code {tdp: 700 W}}. */
final class FlowMapping {
    private static final String KEY = "value";

    private FlowMapping() {}

    /**
     * The text with another mapping in the place of one between brackets on a line; nothing where the one stands otherwise, or where
     * the other is none.
     *
     * @param text the YAML text
     * @param there the mapping in it
     * @param value the other, as it is to be written
     */
    static Optional<Edit> replaced(String text, Mapping there, String value) {
        List<Event> events = Edit.events(text);
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof MappingStartEvent start
                    && start.getFlowStyle() == FlowStyle.FLOW
                    && Edit.at(start, there.place())) {
                int from = Edit.offset(text, start.getStartMark().orElseThrow());
                int to = Edit.offset(text, end(events, i).getEndMark().orElseThrow());
                return Optional.of(text.substring(from, to))
                        .filter(before -> !before.contains("\n") && isMapping(value))
                        .map(before -> new Edit(
                                text.substring(0, from) + value + text.substring(to),
                                there.place(),
                                Optional.of(before)));
            }
        }
        return Optional.empty();
    }

    private static boolean isMapping(String value) {
        Problems unheard = new Problems();
        List<Document> read = value.startsWith("{") && !value.contains("\n")
                ? YamlReader.read(KEY, KEY + ": " + value, unheard)
                : List.of();
        return unheard.none()
                && read.size() == 1
                && read.get(0).root().get(KEY).filter(Mapping.class::isInstance).isPresent();
    }

    private static Event end(List<Event> events, int start) {
        int open = 0;
        for (Event event : events.subList(start, events.size())) {
            open += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (open == 0) {
                return event;
            }
        }
        throw new IllegalStateException("a mapping without an end");
    }
}
