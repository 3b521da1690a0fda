package muster.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A tree of files in a folder or in an archive. */
sealed interface Bundle {
    /** The sizes in bytes of the files below the root, by path. */
    SortedMap<String, Long> sizes();

    byte[] read(String path);

    /** The CRC-32 of a file's content. */
    long checksum(String path);

    /** The files below a root in a folder or in a jar. */
    static Bundle at(Path home, String root) throws IOException {
        return Files.isDirectory(home) ? new Folder(home, root) : new Archive(new ZipFile(home.toFile()), root);
    }

    record Folder(Path home, String root) implements Bundle {
        @Override
        public SortedMap<String, Long> sizes() {
            try (Stream<Path> paths = Files.walk(home.resolve(root))) {
                SortedMap<String, Long> sizes = new TreeMap<>();
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    sizes.put(home.relativize(path).toString().replace('\\', '/'), Files.size(path));
                }
                return sizes;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public byte[] read(String path) {
            try {
                return Files.readAllBytes(home.resolve(path));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public long checksum(String path) {
            CRC32 checksum = new CRC32();
            checksum.update(read(path));
            return checksum.getValue();
        }
    }

    // The directory of the archive holds the checksums, so the fingerprint needs no content.
    record Archive(ZipFile zip, String root) implements Bundle {
        @Override
        public SortedMap<String, Long> sizes() {
            SortedMap<String, Long> sizes = new TreeMap<>();
            zip.stream()
                    .filter(entry -> entry.getName().startsWith(root) && !entry.isDirectory())
                    .forEach(entry -> sizes.put(entry.getName(), entry.getSize()));
            return sizes;
        }

        @Override
        public byte[] read(String path) {
            try {
                return zip.getInputStream(entry(path)).readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public long checksum(String path) {
            return entry(path).getCrc();
        }

        private ZipEntry entry(String path) {
            ZipEntry entry = zip.getEntry(path);
            if (entry == null) {
                throw new IllegalStateException("no " + path + " in " + zip.getName());
            }
            return entry;
        }
    }
}
