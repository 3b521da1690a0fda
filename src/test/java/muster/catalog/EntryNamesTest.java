package muster.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.hardware.Chip;
import muster.model.Architecture;
import muster.scenario.ScenarioCatalog;
import muster.testing.Reported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people call chips and models, and the entries that they mean. */
class EntryNamesTest {
    private static final Catalog SHELF = new Catalog(ScenarioCatalog.KINDS, List.of(BuiltIn.load()));

    private static Text asked(String id) {
        return new Text(id, Place.argument(id));
    }

    @ParameterizedTest
    @CsvSource({
        "H200, nvidia-h200-sxm",
        "h200, nvidia-h200-sxm",
        "H100-SXM, nvidia-h100-sxm",
        "h100sxm5, nvidia-h100-sxm",
        "NVIDIA-H100-SXM, nvidia-h100-sxm",
        "B200, nvidia-b200-sxm",
        "GB300, nvidia-gb300",
        "GB200 NVL72, nvidia-gb200",
        "MI300X, amd-mi300x",
        "mi-355x, amd-mi355x",
        "trainium2, aws-trainium2",
        "tpu-v7, google-tpu7x",
        "TPU v7, google-tpu7x",
        "ironwood, google-tpu7x",
        "Trillium, google-tpu-v6e",
        "tpu_v5p, google-tpu-v5p",
        "rubin, nvidia-rubin",
        "A10, nvidia-a10",
        "A10G, nvidia-a10g",
    })
    void aChipIsFoundByWhatItIsCalled(String name, String id) {
        assertThat(SHELF.named(Chip.KIND, asked(name)).value()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "Llama-3.1-8B, llama-3.1-8b",
        "meta-llama/Llama-3.1-8B-Instruct, llama-3.1-8b",
        "openai/gpt-oss-120b, gpt-oss-120b",
        "deepseek-ai/DeepSeek-V3, deepseek-v3",
        "GPT-3, gpt-3-175b",
    })
    void aModelIsFoundByItsNameAtHuggingFace(String name, String id) {
        assertThat(SHELF.named(Architecture.KIND, asked(name)).value()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "H100, nvidia-h100-nvl or nvidia-h100-pcie or nvidia-h100-sxm",
        "GH200, nvidia-gh200-144 or nvidia-gh200-96",
        "H800, nvidia-h800-sxm",
        "tpu-v5, google-tpu-v5e",
        "ironwod, google-tpu7x",
        "nvidia-h200-smx, nvidia-h200-sxm",
    })
    void whatIsNoNameLeadsToAllThatItMayMean(String name, String ids) {
        assertThat(SHELF.named(Chip.KIND, asked(name)).value()).isEqualTo(name);
        Problems problems = new Problems();
        SHELF.get(Chip.KIND, asked(name), problems);
        assertThat(Reported.messages(problems)).isEqualTo("there is no chip '%s'. Maybe %s?".formatted(name, ids));
    }

    @Test
    void anotherCodeIsNoMisspeltOne() {
        Problems problems = new Problems();
        SHELF.get(Chip.KIND, asked("H300"), problems);
        assertThat(Reported.messages(problems)).isEqualTo("there is no chip 'H300'.");
    }

    @Test
    void aFileThatNamesAnAliasIsToldTheId() {
        Problems problems = new Problems();
        SHELF.get(Chip.KIND, asked("H200"), problems);
        assertThat(Reported.messages(problems)).isEqualTo("there is no chip 'H200'. Maybe nvidia-h200-sxm?");
        SHELF.get(Architecture.KIND, asked("llama-70b"), problems);
        assertThat(Reported.messages(problems)).contains("Maybe llama-2-70b or llama-3.1-70b?");
    }

    @Test
    void everyAliasOfTheCatalogMeansOneEntry() {
        Problems problems = new Problems();
        SHELF.kinds().forEach(kind -> SHELF.checkAliases(kind, problems));
        assertThat(Reported.messages(problems)).isEmpty();
    }

    @Test
    void anAliasOfTwoEntriesIsReportedAndFindsNeither() {
        Problems problems = new Problems();
        Catalog two = SHELF.under(Overlay.text("mine.yaml", chip("lab-h200", "[H 200]"), SHELF.kinds(), problems));

        assertThat(two.named(Chip.KIND, asked("H200")).value()).isEqualTo("H200");
        two.checkAliases(Chip.KIND, problems);

        assertThat(Reported.messages(problems))
                .contains("'H 200' means lab-h200, and nvidia-h200-sxm too")
                .contains("'H200' means nvidia-h200-sxm, and lab-h200 too");
    }

    @Test
    void whatExtendsAChipHasNoneOfItsAliasesAndWhatChangesItHasAll() {
        Problems problems = new Problems();
        Catalog changed = SHELF.under(Overlay.text("mine.yaml", """
                schema: chip/v1
                id: my-h200
                extends: nvidia-h200-sxm
                ---
                schema: chip/v1
                id: nvidia-b200-sxm
                notes: ours
                """, SHELF.kinds(), problems));

        assertThat(changed.named(Chip.KIND, asked("H200")).value()).isEqualTo("nvidia-h200-sxm");
        assertThat(changed.named(Chip.KIND, asked("B200")).value()).isEqualTo("nvidia-b200-sxm");
        assertThat(Reported.messages(problems)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"H200 | H200", "[{a: b}] | a mapping", "['<b>'] | <b>", "[] |"})
    void aliasesAreAListOfNames(String written, String found) {
        Problems problems = new Problems();
        Overlay.text("mine.yaml", chip("lab-x", written), SHELF.kinds(), problems);
        assertThat(Reported.messages(problems))
                .isEqualTo(
                        found == null
                                ? ""
                                : "aliases are a list of names, as [H200, H200 SXM], not "
                                        + (found.startsWith("a ") ? found : "'" + found + "'"));
    }

    private static String chip(String id, String aliases) {
        return "schema: chip/v1\nid: %s\naliases: %s\nextends: nvidia-h200-sxm\n".formatted(id, aliases);
    }
}
