package muster.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** What a file system refuses, in words. */
public final class FileTrouble {
    private FileTrouble() {}

    /** Why something could not be done, as {@code access is denied}. */
    public static String words(IOException fault) {
        if (fault instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (fault instanceof NoSuchFileException) {
            return "it is not there";
        }
        if (fault instanceof NotDirectoryException || fault instanceof FileAlreadyExistsException) {
            return "%s is no folder".formatted(fault.getMessage());
        }
        if (fault instanceof DirectoryNotEmptyException) {
            return "%s is a folder".formatted(fault.getMessage());
        }
        if (fault instanceof FileSystemLoopException) {
            return "its links lead in a circle";
        }
        if (fault instanceof CharacterCodingException) {
            return "it is not text in UTF-8";
        }
        String reason = fault instanceof FileSystemException system ? system.getReason() : fault.getMessage();
        return reason == null
                ? "the system says no more than " + fault.getClass().getSimpleName()
                : reason;
    }

    /** A refusal of our own. */
    static FileSystemException refusal(Path path, String words) {
        return new FileSystemException(path.toString(), null, words);
    }

    /**
     * The path that a user names.
     *
     * @throws FileSystemException where no file can have this name, as with a character that the system's encoding of names
     *     lacks
     */
    public static Path path(String name) throws FileSystemException {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            String words = name.indexOf('\0') >= 0
                    ? "no name of a file holds the character U+0000"
                    : "the encoding of file names here, %s, cannot hold this name. Maybe LC_ALL=C.UTF-8 before the command?"
                            .formatted(System.getProperty("sun.jnu.encoding", "of unknown name"));
            throw new FileSystemException(name, null, words);
        }
    }
}
