package muster.writer;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Blocks of lines, each of which ends its last line. */
final class Blocks {
    private Blocks() {}

    /** The blocks that are there, with an empty line between them. */
    static String apart(Stream<String> blocks) {
        return blocks.filter(block -> !block.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** A line with its end, without spaces before it. */
    static String line(String words) {
        return words.stripTrailing() + "\n";
    }
}
