package muster.epoch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import muster.diagnostic.Nearest;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;

/** What Epoch AI calls makers, owners and chips, and what the catalog does. */
enum EpochNames {
    /** Vendors, as chips of the catalog name them. */
    MAKERS("maker", Map.of("Nvidia", "NVIDIA", "Google", "Google", "AMD", "AMD", "Amazon", "AWS")),
    /** Owners, as fleets of the catalog name them. */
    OWNERS(
            "owner",
            Map.of(
                    "Microsoft", "microsoft",
                    "Meta", "meta",
                    "Amazon", "amazon",
                    "Google", "google",
                    "Oracle", "oracle",
                    "CoreWeave", "coreweave",
                    "xAI", "xai",
                    "China", "china",
                    "Other", "other")),
    /** Chips, by their ids. Epoch counts H200 among H100, which have the same rates. */
    CHIPS("chip", chips());

    private final String what;
    private final Map<String, String> ids;

    EpochNames(String what, Map<String, String> ids) {
        this.what = what;
        this.ids = ids;
    }

    private static Map<String, String> chips() {
        Map<String, String> chips = new LinkedHashMap<>();
        chips.put("A100", "nvidia-a100-sxm-80");
        chips.put("A800", "nvidia-a800-sxm-80");
        chips.put("H100", "nvidia-h100-sxm");
        chips.put("H100/H200", "nvidia-h100-sxm");
        chips.put("H800", "nvidia-h800-sxm");
        chips.put("H20", "nvidia-h20");
        chips.put("B200", "nvidia-b200-sxm");
        chips.put("B300", "nvidia-b300-sxm");
        chips.put("TPU v4i", "google-tpu-v4i");
        chips.put("TPU v4", "google-tpu-v4");
        chips.put("TPU v5e", "google-tpu-v5e");
        chips.put("TPU v5p", "google-tpu-v5p");
        chips.put("TPU v6e", "google-tpu-v6e");
        chips.put("TPU v7", "google-tpu7x");
        chips.put("Instinct MI250X", "amd-mi250x");
        chips.put("Instinct MI300A", "amd-mi300a");
        chips.put("Instinct MI300X", "amd-mi300x");
        chips.put("Instinct MI308X", "amd-mi308x");
        chips.put("Instinct MI325X", "amd-mi325x");
        chips.put("Instinct MI350X", "amd-mi350x");
        chips.put("Instinct MI355X", "amd-mi355x");
        chips.put("Trainium1", "aws-trainium1");
        chips.put("Trainium2", "aws-trainium2");
        return chips;
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

    /** The place of a chip in the list, which goes from old to new. */
    static int order(String chip) {
        return java.util.List.copyOf(CHIPS.ids.values()).indexOf(chip);
    }
}
