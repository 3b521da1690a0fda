package muster.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A new file that stands beside the one that it is to become, under a name that nobody can have guessed and put a link at. It is
 * gone when it is closed or the process is interrupted, unless it {@link #become became} the other.
 */
public final class Temporary implements Closeable {
    private final Path target;
    private final Path path;
    private final FileChannel channel;

    private Temporary(Path target, Path path, FileChannel channel) {
        this.target = target;
        this.path = path;
        this.channel = channel;
    }

    /** Nothing yet, beside a file that is there or not, and with its permissions. */
    public static Temporary beside(Path target) throws IOException {
        Path path = target.toAbsolutePath().resolveSibling(".muster-" + UUID.randomUUID());
        FileAttribute<?>[] permissions = attributes(target)
                .map(all -> new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(all.permissions())})
                .orElse(new FileAttribute<?>[0]);
        FileChannel channel =
                FileChannel.open(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), permissions);
        Temporary made = new Temporary(target, path, channel);
        Unfinished.opened(made);
        return made;
    }

    public Path path() {
        return path;
    }

    /** Where its content goes, without a buffer. What is written there is also written after it took its name. */
    public OutputStream stream() {
        return Channels.newOutputStream(channel);
    }

    /** Takes the place of the other in one step, once all of it is on the disk. */
    public void become() throws IOException {
        channel.force(true);
        Optional<PosixFileAttributes> old = attributes(target);
        if (old.isPresent()) {
            keep(old.get());
        }
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    // Of the file that is replaced. What the mask of the process took away is given back.
    private void keep(PosixFileAttributes old) throws IOException {
        PosixFileAttributeView own = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        try {
            own.setOwner(old.owner());
            own.setGroup(old.group());
        } catch (IOException e) {
            // Only root gives a file away; that of another becomes that of its writer.
        }
        own.setPermissions(old.permissions());
    }

    // Not of what a link leads to: a link is replaced.
    private static Optional<PosixFileAttributes> attributes(Path file) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return view == null || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.empty()
                : Optional.of(view.readAttributes());
    }

    @Override
    public void close() throws IOException {
        Unfinished.closed(this);
        channel.close();
        Files.deleteIfExists(path);
    }
}
