package muster.document.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import muster.diagnostic.Place;

/**
 * Keys with their values, in the order of the file.
 *
 * @param members the values by key
 * @param place where it begins
 * @param replaces whether it is marked {@code !replace}: as an overlay it takes the place of what was there
 */
public record Mapping(Map<String, Member> members, Place place, boolean replaces) implements Node {

    /**
     * A key and its value.
     *
     * @param place where the key is written
     * @param value the value
     */
    public record Member(Place place, Node value) {}

    public Mapping {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** An empty mapping. */
    public static Mapping empty(Place place) {
        return new Mapping(Map.of(), place, false);
    }

    /** The value of a key. */
    public Optional<Node> get(String key) {
        return Optional.ofNullable(members.get(key)).map(Member::value);
    }

    /** Where a key is written; the place of the mapping where it is not. */
    public Place keyPlace(String key) {
        Member member = members.get(key);
        return member == null ? place : member.place();
    }

    /** The text of a key, where the value is a text. */
    public Optional<Text> text(String key) {
        return get(key).filter(Text.class::isInstance).map(Text.class::cast);
    }

    /** This mapping, to be laid over another and not in its place. */
    public Mapping laid() {
        return new Mapping(members, place, false);
    }

    /** This mapping with other members. */
    public Mapping with(Map<String, Member> others) {
        return new Mapping(others, place, replaces);
    }

    /** This mapping with one key added or its value changed. */
    public Mapping with(String key, Place keyPlace, Node value) {
        Map<String, Member> changed = new LinkedHashMap<>(members);
        changed.put(key, new Member(keyPlace, value));
        return with(changed);
    }

    /** This mapping without some keys. */
    public Mapping without(java.util.Collection<String> keys) {
        Map<String, Member> kept = new LinkedHashMap<>(members);
        kept.keySet().removeAll(keys);
        return with(kept);
    }

    @Override
    public String kind() {
        return members.isEmpty() ? "an empty mapping" : "a mapping";
    }
}
