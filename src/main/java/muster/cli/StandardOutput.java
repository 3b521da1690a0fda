package muster.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Standard output. What cannot be written there ends the command at once, since nobody would see the rest. */
final class StandardOutput extends OutputStream {
    private static final int KIND = 0170000;
    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    private final OutputStream out;
    private @Nullable IOException fault;

    StandardOutput(OutputStream out) {
        this.out = out;
    }

    /** Thrown where nothing can be written; the stream itself knows why. */
    static final class Unwritten extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unwritten(IOException cause) {
            super(cause);
        }
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            fault = e;
            throw new Unwritten(e);
        }
    }

    /** Why not all was written; nothing where it was, or where its reader had seen enough, as {@code head} does. */
    Optional<String> trouble() {
        return Optional.ofNullable(fault)
                .filter(found -> !isReadByAnother())
                .map(found -> "standard output cannot be written: " + found.getMessage());
    }

    // Nothing can go wrong with a pipe but that its reader is gone. The message says so in some language.
    private static boolean isReadByAnother() {
        try {
            int kind = (Integer) Files.getAttribute(Path.of("/dev/stdout"), "unix:mode") & KIND;
            return kind == PIPE || kind == SOCKET;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }
}
