package muster.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.file.FileTrouble;
import org.jspecify.annotations.Nullable;

/** The YAML files below a folder. What cannot be read is reported, each at its path, and the rest is gone through. */
final class YamlFiles extends SimpleFileVisitor<Path> {
    private final SortedSet<Path> found = new TreeSet<>();
    private final Problems problems;

    private YamlFiles(Problems problems) {
        this.problems = problems;
    }

    /** The files by their path. */
    static SortedSet<Path> below(Path folder, Problems problems) {
        YamlFiles files = new YamlFiles(problems);
        try {
            Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, files);
        } catch (IOException e) {
            // The visitor itself throws none.
            throw new UncheckedIOException(e);
        }
        return files.found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes kind) {
        if (kind.isRegularFile() && file.toString().matches("(?s).*\\.ya?ml")) {
            found.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException fault) {
        problems.error("no-file", new Place(file.toString(), 1, 1), "cannot be read: " + FileTrouble.words(fault));
        return FileVisitResult.CONTINUE;
    }

    // Of a folder whose listing broke off.
    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault) {
        return fault == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, fault);
    }
}
