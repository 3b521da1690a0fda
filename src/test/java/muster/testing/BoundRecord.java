package muster.testing;

import java.util.Optional;
import muster.diagnostic.BadInput;
import muster.diagnostic.Problems;
import muster.document.Binder;
import muster.document.yaml.Mapping;
import muster.document.yaml.YamlReader;

/** Records as files would write them. */
public final class BoundRecord {
    private BoundRecord() {}

    /** The record that a text writes, whose inputs have names under a path; throws {@link BadInput} where it writes none. */
    public static <T> T of(Class<T> type, String path, String yaml) {
        Problems problems = new Problems();
        Mapping root = YamlReader.read("test.yaml", yaml, problems).get(0).root();
        return new Binder((schema, id) -> Optional.empty(), problems, false)
                .bind(root, type, path)
                .orElseThrow(() -> new BadInput(problems.sorted()));
    }
}
