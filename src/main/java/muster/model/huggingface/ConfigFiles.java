package muster.model.huggingface;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import muster.catalog.Entry;
import muster.catalog.EntryKind;
import muster.catalog.ForeignFiles;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.RecordTree;
import muster.document.yaml.Document;
import muster.document.yaml.Mapping;
import muster.document.yaml.Text;
import muster.document.yaml.TextFile;
import muster.document.yaml.YamlReader;
import muster.model.Architecture;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;

/**
 * Models of files as entries: a {@code config.json}, or a folder that holds one. A name is a path where it ends in {@code .json}, begins
 * with a dot or at the root, or holds a separator and is not MAKER/NAME, which is an id unless such a folder is there.
 */
public final class ConfigFiles implements ForeignFiles.Form {
    private static final String CONFIG = "config.json";
    private static final String FORMATS = "hf_quant_config.json";
    private static final String ID = "[A-Za-z0-9][^/\\\\]*/[^/\\\\.][^/\\\\]*";

    private final boolean rough;

    /**
     * Files of models.
     *
     * @param rough whether one of a kind that is not known is counted roughly
     */
    public ConfigFiles(boolean rough) {
        this.rough = rough;
    }

    @Override
    public EntryKind<?> kind() {
        return Architecture.KIND;
    }

    @Override
    public Optional<String> path(Text name) {
        String written = name.value();
        if (!written.endsWith(".json") && !written.matches("\\.{1,2}|.*[/\\\\].*")) {
            return Optional.empty();
        }
        Path here = Path.of(name.place().onCommandLine() ? "" : name.place().file());
        try {
            Path path = here.resolveSibling(written).normalize();
            boolean named = written.matches(ID) && !written.endsWith(".json");
            return named && !Files.exists(path.resolve(CONFIG)) ? Optional.empty() : Optional.of(shown(path));
        } catch (InvalidPathException e) {
            // Reading it says why.
            return Optional.of(written);
        }
    }

    // A path that is read again stays one: a single name would be an id.
    private static String shown(Path path) {
        String shown = path.toString();
        boolean single = path.getNameCount() == 1 && !path.isAbsolute() && !shown.endsWith(".json");
        return shown.isEmpty() ? "." : single && !shown.equals("..") ? "./" + shown : shown;
    }

    @Override
    public Optional<Entry> read(String path, Problems problems) {
        return found(path, problems).map(found -> entry(path, found));
    }

    private static Entry entry(String path, HuggingFace.Found found) {
        Place place = new Place(path, 1, 1);
        return new Entry(
                Architecture.KIND.schema(),
                new Text(path, place),
                Optional.of(path),
                List.of(),
                Optional.empty(),
                RecordTree.of(found.model(), place, Source.of("config", "the config.json of the model", Tier.VENDOR)),
                false);
    }

    /** What the file of a path says, or the one in the folder of a path; nothing with problems reported. */
    public Optional<HuggingFace.Found> found(String path, Problems problems) {
        return TextFile.path(path, new Place(path, 1, 1), problems)
                .map(named -> Files.isDirectory(named) ? named.resolve(CONFIG) : named)
                .flatMap(file -> {
                    int before = problems.reports();
                    Optional<Mapping> config = mapping(file, problems);
                    Path beside = file.resolveSibling(FORMATS);
                    Optional<Mapping> formats =
                            Files.isRegularFile(beside) ? mapping(beside, problems) : Optional.empty();
                    return config.filter(read -> problems.reports() == before)
                            .flatMap(read -> HuggingFace.read(read, formats, rough, problems));
                });
    }

    // JSON is YAML with other habits, and the YAML reader knows the place of everything.
    private static Optional<Mapping> mapping(Path file, Problems problems) {
        int before = problems.reports();
        Optional<String> json = TextFile.read(file, problems);
        List<Document> documents = json.map(text -> YamlReader.read(file.toString(), text.replace('\t', ' '), problems))
                .orElse(List.of());
        if (documents.isEmpty() && problems.reports() == before) {
            problems.error("empty", new Place(file.toString(), 1, 1), "there is nothing in this file");
        }
        return documents.stream()
                .findFirst()
                .filter(document -> problems.reports() == before)
                .map(Document::root);
    }
}
