package muster.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import muster.diagnostic.Nearest;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;

/** What the entries of a kind are called: their ids and aliases, in any case, with hyphens, spaces or nothing between words. */
final class EntryNames {
    // More candidates than a line holds are no help.
    private static final int MOST = 8;
    // A code of so few letters with one changed is another chip: H300 is no misspelt B300.
    private static final int CODE = 5;

    private record Name(String word, String id, Text place) {}

    // As many names are asked for as a file has chips, so what is compared with each is made once.
    private final Map<String, NavigableSet<String>> plainIds = new LinkedHashMap<>();
    private final Map<String, List<String>> words = new LinkedHashMap<>();
    private final Map<String, String> called = new LinkedHashMap<>();
    private final Map<String, List<Name>> names = new LinkedHashMap<>();

    /**
     * The names of some entries.
     *
     * @param ids the ids of all entries of a kind
     * @param aliases their aliases, by id
     */
    EntryNames(SortedSet<String> ids, Map<String, List<Text>> aliases) {
        aliases.forEach((id, own) -> own.forEach(word -> add(new Name(word.value(), id, word))));
        for (String id : ids) {
            plainIds.computeIfAbsent(plain(id), plain -> new TreeSet<>()).add(id);
            words.put(id, words(id));
            called.put(id, id);
        }
    }

    private void add(Name name) {
        names.computeIfAbsent(plain(name.word()), plain -> new ArrayList<>()).add(name);
        if (name.word().length() > CODE) {
            called.put(name.word(), name.id());
        }
    }

    /** The ids of the entries that a name stands for: one, several where it is ambiguous, or none. */
    NavigableSet<String> meant(String name) {
        String plain = plain(name);
        NavigableSet<String> meant = new TreeSet<>(plainIds.getOrDefault(plain, Collections.emptyNavigableSet()));
        names.getOrDefault(plain, List.of()).forEach(alias -> meant.add(alias.id()));
        return meant;
    }

    /** The line that ends a message on a name that is no id, as {@code  Maybe nvidia-h200-sxm?}; empty where none is near. */
    String maybe(String name) {
        NavigableSet<String> meant = meant(name);
        if (meant.isEmpty()) {
            List<String> asked = words(name);
            words.forEach((id, own) -> {
                if (holds(own, asked)) {
                    meant.add(id);
                }
            });
        }
        if (!meant.isEmpty() && meant.size() <= MOST) {
            return " Maybe %s?".formatted(String.join(" or ", meant));
        }
        return Nearest.to(name, called.keySet())
                .map(word -> " Maybe %s?".formatted(called.get(word)))
                .orElse("");
    }

    /** Reports each alias that stands for another entry too. */
    void check(Problems problems) {
        names.values()
                .forEach(all -> all.forEach(alias -> {
                    NavigableSet<String> others = meant(alias.word());
                    others.remove(alias.id());
                    if (!others.isEmpty()) {
                        problems.error(
                                "duplicate-alias",
                                alias.place().place(),
                                "'%s' means %s, and %s too"
                                        .formatted(alias.word(), alias.id(), String.join(", ", others)));
                    }
                }));
    }

    // All words of the name in the order of the id: llama-70b in llama-3.1-70b.
    private static boolean holds(List<String> id, List<String> name) {
        List<String> left = id;
        for (String word : name) {
            int at = left.indexOf(word);
            if (at < 0) {
                return false;
            }
            left = left.subList(at + 1, left.size());
        }
        return true;
    }

    private static List<String> words(String name) {
        return Arrays.stream(last(name).split("[-_ ]+", -1)).toList();
    }

    private static String plain(String name) {
        return last(name).replaceAll("[-_ ]", "");
    }

    // Hugging Face writes the maker before a slash.
    private static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
