package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Which part of a fleet can serve a model. */
class FleetUsableTest {

    private static Cli.Run usable(String... more) {
        return Cli.good(words(more));
    }

    private static String[] words(String... more) {
        String[] all = java.util.Arrays.copyOf(
                new String[] {"fleet", "--samples", "2000", "--format", "json"}, 5 + more.length);
        System.arraycopy(more, 0, all, 5, more.length);
        return all;
    }

    private static JsonNode chip(Cli.Run run, String id) {
        for (JsonNode chip : run.result().path("chips")) {
            if (chip.path("chip").asString().equals(id)) {
                return chip;
            }
        }
        throw new AssertionError("no " + id);
    }

    /**
     * Weights over what a chip holds, up to a power of two: Llama 3.1 405B is 410 GB in fp8 and an H100 holds 0.9 of 80 GiB less
     * 2.5 GB, 6 of them and so 8; an MI300X holds 0.9 of 192 GB less that, 3 and so 4.
     */
    @ParameterizedTest
    @CsvSource({
        "llama-3.1-405b, 1024, nvidia-h100-sxm, within one fast domain, 8, 8",
        "llama-3.1-405b, 4, nvidia-h100-sxm, not at all, 0, 0",
        "llama-3.1-405b, 4, amd-mi300x, within one fast domain, 4, 4",
        "dense-11t, 1024, nvidia-h100-sxm, in larger replicas only, 0, 256",
        "dense-11t, 255, nvidia-h100-sxm, not at all, 0, 0",
        "dense-11t, 1024, google-tpu-v5e, not at all, 0, 0"
    })
    void theSmallestReplicaIsTheWeightsOverTheMemory(
            String model, String most, String chip, String use, int within, int chips) {
        JsonNode found = chip(usable("--usable-for", model, "--max-replica-chips", most), chip);

        assertThat(found.path("use").asString()).isEqualTo(use);
        assertThat(found.path("chips_within_domain").asInt(0)).isEqualTo(within);
        assertThat(found.path("chips_of_smallest_replica").asInt(0)).isEqualTo(chips);
    }

    @Test
    void theUsesMakeUpTheFleet() {
        Cli.Run run = usable("--usable-for", "dense-11t");
        JsonNode section = run.result().path("sections").path(0);
        Map<String, Double> shares = new LinkedHashMap<>();
        section.path("uses")
                .forEach(use -> shares.put(
                        use.path("use").asString(),
                        use.path("chips").path("share").asDouble()));

        assertThat(shares).containsOnlyKeys("within one fast domain", "in larger replicas only", "not at all");
        assertThat(shares.values().stream().mapToDouble(share -> share).sum()).isCloseTo(1, within(0.02));
        double all = usable("--by", "vendor")
                .result()
                .path("sections")
                .path(0)
                .path("total")
                .path("quantities")
                .path("chips")
                .path("p50")
                .asDouble();
        assertThat(section.path("total").path("chips").path("p50").asDouble()).isEqualTo(all);
    }

    @Test
    void chipsThatNobodyNamedAreNotKnown() {
        Cli.Run run = usable("--usable-for", "dense-11t", "--fleet", "world-2023q1");

        assertThat(chip(run, "desktop-from-2021").path("use").asString()).isEqualTo("not known");
        assertThat(run.result().path("sections").path(0).path("uses"))
                .anySatisfy(use -> assertThat(use.path("use").asString()).isEqualTo("not known"));
    }

    @Test
    void eightBitsAreTwiceSixteenOnAnH100() {
        JsonNode total = usable("--usable-for", "llama-3.1-8b", "--chip", "nvidia-h100-sxm")
                .result()
                .path("sections")
                .path(0)
                .path("total");

        assertThat(total.path("peak_8_bit").path("p50").asDouble()
                        / total.path("peak_16_bit").path("p50").asDouble())
                .isCloseTo(1978.9 / 989.4, within(1e-3));
    }

    @Test
    void everyFormatTellsIt() {
        String[] asked = {"fleet", "--samples", "500", "--usable-for", "llama-3.1-70b", "--format"};
        assertThat(Cli.good(with(asked, "csv")).out())
                .startsWith("row,key,basis,measure_or_use,")
                .contains("chip,nvidia-h100-sxm,,within one fast domain,,,,,1,1,fp8");
        assertThat(Cli.good(with(asked, "markdown")).out()).contains("| can be used | chips |");
        assertThat(Cli.good(with(asked, "table")).out()).contains("which part can serve llama-3.1-70b");
    }

    @Test
    void whatIsNotKnownIsSaid() {
        assertThat(Cli.muster("fleet", "--usable-for", "llama-3.1-71b").err())
                .contains("[unknown-id]", "Maybe llama-3.1-70b?");
        assertThat(Cli.muster("fleet", "--usable-for", "llama-3.1-70b", "--max-replica-chips", "0")
                        .err())
                .contains("--max-replica-chips is above 0");
        assertThat(Cli.muster("fleet", "--by", "use").status()).isEqualTo(2);
    }

    private static String[] with(String[] words, String last) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 1);
        all[words.length] = last;
        return all;
    }
}
