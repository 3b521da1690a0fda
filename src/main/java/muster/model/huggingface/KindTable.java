package muster.model.huggingface;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Kinds of models by name, while they are listed. */
final class KindTable {
    private final Map<String, ModelKind> kinds = new TreeMap<>();

    /** Lists a kind under its names. */
    void put(ModelKind kind, String... names) {
        for (String name : names) {
            if (kinds.put(name, kind) != null) {
                throw new IllegalStateException("a kind is there twice: " + name);
            }
        }
    }

    /** What is listed. */
    Map<String, ModelKind> all() {
        return Collections.unmodifiableMap(kinds);
    }
}
