package muster.document.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** A key that is new in a YAML text: it is put behind the last key of the innermost mapping on its path that is there. */
final class Insertion {
    private final String text;
    private final Mapping into;
    private final String added;

    private Insertion(String text, Mapping into, String added) {
        this.text = text;
        this.into = into;
        this.added = added;
    }

    /** The text with the key, or nothing where no mapping takes it. */
    static Optional<String> of(List<Document> documents, String text, String path, String value) {
        return documents.stream()
                .flatMap(document -> Edit.below(document, path, documents.size() > 1).stream()
                        .flatMap(rest -> of(document.root(), text, new PathValue(rest, value)).stream()))
                .findFirst()
                .flatMap(Insertion::edited);
    }

    private static Optional<Insertion> of(Mapping root, String text, PathValue wanted) {
        List<String> keys = wanted.keys();
        Mapping into = root;
        int depth = 0;
        while (depth < keys.size() && into.get(keys.get(depth)).isPresent()) {
            if (!(into.get(keys.get(depth)).get() instanceof Mapping below)) {
                return Optional.empty();
            }
            into = below;
            depth++;
        }
        if (depth == keys.size()) {
            return Optional.empty();
        }
        String added = YamlScalar.of(wanted.value());
        for (int i = keys.size() - 1; i > depth; i--) {
            added = "{%s: %s}".formatted(YamlScalar.of(keys.get(i)), added);
        }
        return Optional.of(new Insertion(text, into, "%s: %s".formatted(YamlScalar.of(keys.get(depth)), added)));
    }

    private Optional<String> edited() {
        List<Event> events = Edit.events(text);
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof MappingStartEvent start && Edit.at(start, into.place())) {
                return Optional.of(behind(start, last(events, i)));
            }
        }
        return Optional.empty();
    }

    // The last scalar or bracket within a mapping, or its own beginning.
    private static Event last(List<Event> events, int start) {
        Deque<Boolean> brackets = new ArrayDeque<>();
        Event last = events.get(start);
        for (Event event : events.subList(start, events.size())) {
            boolean ends = event.getEventId() == Event.ID.MappingEnd || event.getEventId() == Event.ID.SequenceEnd;
            if (event instanceof CollectionStartEvent opened) {
                brackets.push(opened.getFlowStyle() == FlowStyle.FLOW);
            } else if (event instanceof ScalarEvent
                    || (ends && brackets.size() > 1 && Boolean.TRUE.equals(brackets.peek()))) {
                last = event;
            }
            if (ends) {
                brackets.pop();
            }
            if (brackets.isEmpty()) {
                break;
            }
        }
        return last;
    }

    private String behind(MappingStartEvent start, Event last) {
        int end = Edit.offset(text, last.getEndMark().orElseThrow());
        if (start.getFlowStyle() == FlowStyle.FLOW) {
            // A comma at once would be part of a tag.
            boolean tagged = last instanceof ScalarEvent mark && mark.getTag().isPresent();
            return last == start
                    ? put(text.indexOf('{', Edit.offset(text, mark(start))) + 1, added)
                    : put(end, (tagged ? " , " : ", ") + added);
        }
        String line = text.contains("\r\n") ? "\r\n" : "\n";
        String indented = " ".repeat(mark(start).getColumn()) + added;
        // A text in lines of its own ends where the next begins.
        boolean block = last instanceof ScalarEvent scalar
                && (scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED);
        if (block && last.getEndMark().orElseThrow().getColumn() == 0) {
            return put(end, indented + line);
        }
        int next = text.indexOf(line, end);
        return put(next < 0 ? text.length() : next, line + indented);
    }

    private static Mark mark(MappingStartEvent start) {
        return start.getStartMark().orElseThrow();
    }

    private String put(int at, String what) {
        return text.substring(0, at) + what + text.substring(at);
    }
}
