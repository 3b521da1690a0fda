package muster.document.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Makes trees from the parser's events, and finds what YAML allows and we do not. */
final class Composer {
    static final int DEEPEST = 50;

    private final String file;
    private final Iterator<Event> events;
    private final Problems problems;
    private Place reached;

    Composer(String file, Iterator<Event> events, Problems problems) {
        this.file = file;
        this.events = events;
        this.problems = problems;
        this.reached = new Place(file, 1, 1);
    }

    /** Where the last event began that the parser gave. */
    Place reached() {
        return reached;
    }

    List<Document> documents(boolean mended) {
        List<Document> documents = new ArrayList<>();
        while (events.hasNext()) {
            if (events.next().getEventId() == Event.ID.DocumentStart) {
                Node root = node(events.next(), 0);
                if (root instanceof Mapping mapping) {
                    documents.add(new Document(mapping, mended));
                } else if (!(root instanceof Text text && text.value().isEmpty())) {
                    problems.error(
                            "not-a-mapping",
                            root.place(),
                            "a document is a mapping of keys, not %s".formatted(root.kind()));
                }
            }
        }
        return documents;
    }

    private Node node(Event event, int depth) {
        Place place = place(event);
        if (depth > DEEPEST) {
            throw new YamlReader.TooDeep(place);
        }
        if (event instanceof AliasEvent alias) {
            problems.error(
                    "anchor",
                    place,
                    "aliases are not used here (*%s). Maybe extends: with the id of another entry?"
                            .formatted(alias.getAlias()));
            return new Text("", place);
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            problems.error(
                    "anchor",
                    place,
                    "anchors are not used here (&%s). Maybe extends: with the id of another entry?"
                            .formatted(node.getAnchor().get()));
        }
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar, place);
        }
        if (event instanceof SequenceStartEvent sequence) {
            checkTag(sequence.getTag(), "", place);
            return items(place, depth);
        }
        MappingStartEvent mapping = (MappingStartEvent) event;
        boolean replaces = checkTag(mapping.getTag(), "!replace", place);
        return mapping(place, replaces, depth);
    }

    private Node scalar(ScalarEvent scalar, Place place) {
        boolean delete = checkTag(scalar.getTag(), "!delete", place);
        if (delete && !scalar.getValue().isEmpty()) {
            problems.error("tag", place, "!delete takes no value, and here stands '%s'".formatted(scalar.getValue()));
        }
        return delete ? new Deleted(place) : new Text(scalar.getValue(), place);
    }

    private Items items(Place place, int depth) {
        List<Node> nodes = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            nodes.add(node(event, depth + 1));
        }
        return new Items(nodes, place);
    }

    private Mapping mapping(Place place, boolean replaces, int depth) {
        Map<String, Mapping.Member> members = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Node key = node(event, depth + 1);
            Node value = node(events.next(), depth + 1);
            if (key instanceof Text text) {
                member(members, text, value);
            } else {
                problems.error("key", key.place(), "a key is a word, not %s".formatted(key.kind()));
            }
        }
        return new Mapping(members, place, replaces);
    }

    private void member(Map<String, Mapping.Member> members, Text key, Node value) {
        Mapping.Member earlier = members.get(key.value());
        if (key.value().equals("<<")) {
            problems.error(
                    "anchor",
                    key.place(),
                    "merge keys are not used here (<<). Maybe extends: with the id of another entry?");
        } else if (earlier != null) {
            problems.error(
                    "duplicate-key",
                    key.place(),
                    "'%s' stands a second time; the first is on line %s"
                            .formatted(key.value(), earlier.place().line()));
        } else {
            members.put(key.value(), new Mapping.Member(key.place(), value));
        }
    }

    private boolean checkTag(Optional<String> tag, String allowed, Place place) {
        if (tag.isEmpty() || tag.get().equals("!")) {
            return false;
        }
        if (!tag.get().equals(allowed)) {
            problems.error(
                    "tag",
                    place,
                    "the tag %s is not used here; the tags are !delete on a key and !replace on a mapping"
                            .formatted(tag.get()));
        }
        return tag.get().equals(allowed);
    }

    private Place place(Event event) {
        Optional<Mark> mark = event.getStartMark();
        reached = new Place(
                file,
                mark.map(Mark::getLine).orElse(0) + 1,
                mark.map(Mark::getColumn).orElse(0) + 1);
        return reached;
    }
}
