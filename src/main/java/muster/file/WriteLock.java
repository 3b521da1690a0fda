package muster.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right to write a file, which one process has at a time: a lock of the system on a file beside it, so that it ends with the
 * process, however that ends. The file beside is taken away after use; one that a killed process left is used again.
 */
final class WriteLock implements Closeable {
    // Each try fails only where another process took the file away within the same moment.
    private static final int TRIES = 100;

    private final Path path;
    private final FileChannel channel;

    private WriteLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * The right to write a file.
     *
     * @throws IOException where another has it
     */
    static WriteLock of(Path file) throws IOException {
        Path path = file.toAbsolutePath().resolveSibling("." + file.getFileName() + ".lock");
        for (int i = 0; i < TRIES; i++) {
            Optional<WriteLock> lock = tried(path);
            if (lock.isPresent()) {
                Unfinished.opened(lock.get());
                return lock.get();
            }
        }
        throw busy(file);
    }

    // Nothing where the file that was opened may not bear the name now: another took it away at its end.
    private static Optional<WriteLock> tried(Path path) throws IOException {
        try {
            Files.createFile(path);
        } catch (FileAlreadyExistsException e) {
            // Another's, or left by one that was killed: the lock tells.
        }
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw FileTrouble.refusal(path, "%s is in the way".formatted(path));
        }
        try {
            Object before = key(path);
            FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            if (!locked(channel)) {
                channel.close();
                throw busy(path);
            }
            if (Objects.equals(before, key(path))) {
                return Optional.of(new WriteLock(path, channel));
            }
            channel.close();
        } catch (NoSuchFileException e) {
            // Taken away meanwhile.
        }
        return Optional.empty();
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static IOException busy(Path path) {
        return FileTrouble.refusal(
                path, "another muster is writing it; once that has ended, the same command goes through");
    }

    private static @Nullable Object key(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    @Override
    public void close() throws IOException {
        Unfinished.closed(this);
        if (channel.isOpen()) {
            Files.deleteIfExists(path);
            channel.close();
        }
    }
}
