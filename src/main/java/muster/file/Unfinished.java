package muster.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** What is open: closed by the one who opened it, or where the process ends before, as on an interrupt. */
final class Unfinished {
    private static final Deque<Closeable> OPEN = new ConcurrentLinkedDeque<>();
    private static boolean watched;

    private Unfinished() {}

    /** Closes it when the process ends, the youngest first, unless it is {@link #closed} before. */
    static synchronized void opened(Closeable open) throws IOException {
        if (!watched) {
            try {
                Runtime.getRuntime().addShutdownHook(new Thread(Unfinished::closeAll, "unfinished files"));
            } catch (IllegalStateException ending) {
                throw new IOException("the program is about to end", ending);
            }
            watched = true;
        }
        OPEN.push(open);
    }

    static void closed(Closeable open) {
        OPEN.remove(open);
    }

    private static void closeAll() {
        OPEN.forEach(open -> {
            try {
                open.close();
            } catch (IOException e) {
                // The process ends: there is nobody left to tell.
            }
        });
    }
}
