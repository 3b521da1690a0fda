package muster.epoch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.diagnostic.Nearest;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;

/** What Epoch AI calls makers, owners and chips, and what the catalog does. */
enum EpochNames {
    /** Vendors, as chips of the catalog name them. */
    MAKERS(
            "maker",
            pairs(
                    "Nvidia", "NVIDIA",
                    "Google", "Google",
                    "AMD", "AMD",
                    "Amazon", "AWS",
                    "Huawei", "Huawei",
                    "Cambricon", "Cambricon")),
    /** Owners, as fleets of the catalog name them. */
    OWNERS(
            "owner",
            pairs(
                    "Microsoft", "microsoft",
                    "Meta", "meta",
                    "Amazon", "amazon",
                    "Google", "google",
                    "Oracle", "oracle",
                    "CoreWeave", "coreweave",
                    "xAI", "xai",
                    "China", "china",
                    "China (smuggled)", "china-smuggled",
                    "Other", "other")),
    /** Chips, by their ids, from old to new. Epoch counts H200 among H100, which have the same rates. */
    CHIPS(
            "chip",
            pairs(
                    "A100", "nvidia-a100-sxm-80",
                    "A800", "nvidia-a800-sxm-80",
                    "H100", "nvidia-h100-sxm",
                    "H100/H200", "nvidia-h100-sxm",
                    "H800", "nvidia-h800-sxm",
                    "H20", "nvidia-h20",
                    "B200", "nvidia-b200-sxm",
                    "B300", "nvidia-b300-sxm",
                    "TPU v4i", "google-tpu-v4i",
                    "TPU v4", "google-tpu-v4",
                    "TPU v5e", "google-tpu-v5e",
                    "TPU v5p", "google-tpu-v5p",
                    "TPU v6e", "google-tpu-v6e",
                    "TPU v7", "google-tpu7x",
                    "Instinct MI250X", "amd-mi250x",
                    "MI250X", "amd-mi250x",
                    "Instinct MI300A", "amd-mi300a",
                    "MI300A", "amd-mi300a",
                    "Instinct MI300X", "amd-mi300x",
                    "MI300X", "amd-mi300x",
                    "Instinct MI308X", "amd-mi308x",
                    "MI308X", "amd-mi308x",
                    "Instinct MI325X", "amd-mi325x",
                    "MI325X", "amd-mi325x",
                    "Instinct MI350X", "amd-mi350x",
                    "MI350X", "amd-mi350x",
                    "Instinct MI355X", "amd-mi355x",
                    "MI355X", "amd-mi355x",
                    "Trainium1", "aws-trainium1",
                    "Trainium2", "aws-trainium2",
                    "Ascend 910B", "huawei-ascend-910b",
                    "Ascend 910C", "huawei-ascend-910c",
                    "Siyuan 590", "cambricon-mlu590"));

    private final String what;
    private final Map<String, String> ids;

    EpochNames(String what, Map<String, String> ids) {
        this.what = what;
        this.ids = ids;
    }

    private static Map<String, String> pairs(String... namesAndIds) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < namesAndIds.length; i += 2) {
            pairs.put(namesAndIds[i], namesAndIds[i + 1]);
        }
        return pairs;
    }

    /** The catalog's names, each once, in the order of the list. */
    List<String> catalogNames() {
        return ids.values().stream().distinct().toList();
    }

    /** The catalog's name, where it is known. */
    Optional<String> known(String name) {
        return Optional.ofNullable(ids.get(name));
    }

    /** The catalog's name; one that is not known is reported. */
    Optional<String> of(Text name, Problems problems) {
        Optional<String> id = known(name.value());
        if (id.isEmpty()) {
            problems.error(
                    "unknown-name",
                    name.place(),
                    "'%s' is no %s of Epoch's chip counts that is known.%s"
                            .formatted(name.value(), what, Nearest.maybe(name.value(), ids.keySet())));
        }
        return id;
    }
}
