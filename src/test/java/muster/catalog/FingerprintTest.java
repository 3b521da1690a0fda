package muster.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import muster.diagnostic.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hash that results carry. */
class FingerprintTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void twoFiles() throws IOException {
        write("one", "a.yaml", Things.thing("a", "1 B"));
        write("one", "b.yaml", Things.thing("b", "2 B"));
    }

    private void write(String below, String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(below));
        Files.writeString(folder.resolve(below).resolve(name), text);
    }

    private String hash(String below) {
        Problems problems = new Problems();
        Overlay overlay = Overlay.folder(folder.resolve(below), Things.KINDS, problems);
        problems.orThrow();
        return new Catalog(Things.KINDS, List.of(overlay)).hash();
    }

    @Test
    void isTwelveHexadecimalDigits() {
        assertThat(hash("one")).matches("[0-9a-f]{12}").isEqualTo(hash("one"));
    }

    @Test
    void changesWithAnyContent() throws IOException {
        String before = hash("one");
        write("one", "b.yaml", Things.thing("b", "3 B"));
        assertThat(hash("one")).isNotEqualTo(before);
        write("one", "b.yaml", Things.thing("b", "2 B"));
        assertThat(hash("one")).isEqualTo(before);
        write("one", "c.yaml", Things.thing("c", "1 B"));
        assertThat(hash("one")).isNotEqualTo(before);
    }

    @Test
    void doesNotDependOnTheOrderOfWritingOrOnTheFolder() throws IOException {
        for (int i = 0; i < 30; i++) {
            write("up", "f" + i + ".yaml", Things.thing("f" + i, "1 B"));
            write("down", "f" + (29 - i) + ".yaml", Things.thing("f" + (29 - i), "1 B"));
        }
        assertThat(hash("up")).isEqualTo(hash("down"));
    }

    @Test
    void dependsOnTheOrderOfLayers() throws IOException {
        write("two", "a.yaml", Things.thing("a", "5 B"));
        Problems problems = new Problems();
        Overlay one = Overlay.folder(folder.resolve("one"), Things.KINDS, problems);
        Overlay two = Overlay.folder(folder.resolve("two"), Things.KINDS, problems);
        assertThat(new Catalog(Things.KINDS, List.of(one, two)).hash())
                .isNotEqualTo(new Catalog(Things.KINDS, List.of(two, one)).hash())
                .isNotEqualTo(new Catalog(Things.KINDS, List.of(one)).hash());
    }

    @Test
    void ofTheBuiltInCatalogIsTheSameHoweverItIsLoaded() {
        assertThat(BuiltIn.at(BuiltIn.home()).fingerprint())
                .isEqualTo(BuiltIn.load().fingerprint())
                .isNotBlank();
    }

    @Test
    void isTheSameForTheFilesOfAFolderAndOfAnArchive() throws IOException {
        Path jar = folder.resolve("files.jar");
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(jar))) {
            for (String name : List.of("one/b.yaml", "one/a.yaml")) {
                zip.putNextEntry(new java.util.zip.ZipEntry(name));
                zip.write(Files.readAllBytes(folder.resolve(name)));
                zip.closeEntry();
            }
        }
        Bundle inFolder = Bundle.at(folder, "one/");
        Bundle inArchive = Bundle.at(jar, "one/");
        assertThat(inArchive.sizes()).isEqualTo(inFolder.sizes()).containsOnlyKeys("one/a.yaml", "one/b.yaml");
        for (String path : inFolder.sizes().keySet()) {
            assertThat(inArchive.checksum(path)).isEqualTo(inFolder.checksum(path));
            assertThat(inArchive.read(path)).isEqualTo(inFolder.read(path));
        }
    }
}
