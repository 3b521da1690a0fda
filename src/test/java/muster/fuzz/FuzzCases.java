package muster.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Cases by their number: a shipped file that was damaged and a command that reads it, or a command line of the pages with a value
 * set or a word changed.
 */
final class FuzzCases {
    private static final Path ROOT = Path.of(System.getProperty("basedir", "."));
    private static final String FILE = FuzzCase.FOLDER + "/" + FuzzCase.NAME;
    private static final int LONGEST = 20_000;

    private static final List<String> OF_A_SCENARIO = List.of(
            "estimate FILE",
            "estimate FILE --format json",
            "estimate FILE --explain",
            "catalog diff FILE",
            "sensitivity FILE --samples 64 --format json");

    private static final List<String> SLOW_OF_A_SCENARIO = List.of(
            "estimate FILE --samples 32 --format json",
            "estimate FILE --samples 1",
            "estimate FILE --exchange-rates --format csv",
            "allocate FILE --format json",
            "compare FILE --techniques fp8,speculate --format json",
            "sweep FILE --over fleet.share=10%..30%:2");

    private static final List<String> OF_AN_ENTRY = List.of(
            "estimate essay-2023 --catalog @ --format json",
            "throughput --model llama-3.1-8b --chip ID --catalog @ --max-replica-chips 8 --format json",
            "throughput --model ID --chip nvidia-h100-sxm --catalog @ --max-replica-chips 8 --format json",
            "scale --law ID --compute 1e25 --catalog @ --format json",
            "fleet --fleet ID --catalog @ --samples 16 --format json",
            "catalog --catalog @ show KIND ID",
            "catalog --catalog @ list");

    private static final List<String> SLOW_OF_AN_ENTRY = List.of(
            "estimate essay-2023-measured --catalog @ --format json",
            "catalog --catalog @ lint",
            "catalog --catalog @ validate",
            "allocate one-kind-of-chip --catalog @ --format json");

    // What takes long is taken once in so many, so that the ten thousand of the build end in a minute.
    private static final int SLOW = 60;

    private static final List<String> LINES = List.of(
            "estimate essay-2023 --format json",
            "estimate davidson-sheet --format markdown",
            "estimate essay-2023-uncertain --samples 32 --points sobol",
            "estimate essay-2023 essay-2023-scaled --format html",
            "allocate one-kind-of-chip --format json",
            "sensitivity essay-2023-uncertain --samples 16 --format json",
            "scale --compute 1.6e28 --law hoffmann-2022-3 --format json",
            "scale --compute 1e25 --law besiroglu --shape",
            "throughput --model llama-3.1-8b --chip nvidia-h100-sxm --formats fp8 --format json",
            "throughput --model llama-3.1-8b --chip google-tpu-v5e --context in=512,out=128 --serial-speed 30",
            "sweep essay-2023 --over fleet.share=10%..30%:2 --over training.duration=60..90day:2",
            "fleet --by vendor --samples 16 --format json",
            "fleet --fleet epoch-2026 --owner google --as-of 2025-12-31 --samples 16",
            "catalog show chip nvidia-h100-sxm",
            "catalog explain nvidia-h100-sxm power.tdp",
            "catalog list",
            "reproduce --id davidson --format json");

    private final List<String> scenarios = new ArrayList<>();
    private final List<String> entries = new ArrayList<>();
    private final List<String> paths;

    FuzzCases() {
        try (Stream<Path> files = Files.walk(ROOT.resolve("hardware-catalog"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file);
                if (text.length() < LONGEST) {
                    (file.toString().contains("scenarios") ? scenarios : entries).add(text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        paths = paths();
    }

    // Every path of two or three keys that a shipped scenario writes.
    private List<String> paths() {
        Set<String> found = new LinkedHashSet<>();
        Pattern key = Pattern.compile("^( *)([a-z_]+):", Pattern.MULTILINE);
        for (String text : scenarios) {
            List<String> open = new ArrayList<>();
            Matcher keys = key.matcher(text);
            while (keys.find()) {
                int depth = keys.group(1).length() / 2;
                while (open.size() > depth) {
                    open.remove(open.size() - 1);
                }
                open.add(keys.group(2));
                found.add(String.join(".", open));
            }
        }
        return List.copyOf(found);
    }

    /** The case of a number; the same number makes the same case. */
    FuzzCase of(long number) {
        SplittableRandom random = new SplittableRandom(number * 1_000_003 + 20);
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> scenario(number, random);
            case 4, 5, 6 -> entry(number, random);
            default -> line(number, random);
        };
    }

    private FuzzCase scenario(long number, SplittableRandom random) {
        String text = Damage.of(Damage.oneOf(scenarios, random), random);
        String command = Damage.oneOf(random.nextInt(SLOW) == 0 ? SLOW_OF_A_SCENARIO : OF_A_SCENARIO, random);
        return new FuzzCase(number, words(command.replace("FILE", FILE)), text);
    }

    private FuzzCase entry(long number, SplittableRandom random) {
        String whole = Damage.oneOf(entries, random);
        String kind = first("schema: *([a-z-]+)/", whole);
        String id = first("\nid: *([^\\s]+)", whole);
        List<String> commands = (random.nextInt(SLOW) == 0 ? SLOW_OF_AN_ENTRY : OF_AN_ENTRY)
                .stream()
                        .filter(command -> command.contains("chip ID") == kind.equals("chip")
                                || (!command.contains("chip ID") && !command.contains("model ID")))
                        .toList();
        String command = Damage.oneOf(commands, random).replace("KIND", kind).replace("ID", id);
        return new FuzzCase(number, words(command), Damage.of(whole, random));
    }

    private static String first(String pattern, String text) {
        Matcher match = Pattern.compile(pattern).matcher(text);
        return match.find() ? match.group(1) : "x";
    }

    private FuzzCase line(long number, SplittableRandom random) {
        List<String> words = words(Damage.oneOf(LINES, random));
        int changes = 1 + random.nextInt(2);
        for (int i = 0; i < changes; i++) {
            if (random.nextInt(4) == 0) {
                int at = random.nextInt(words.size());
                words.set(at, Damage.of(words.get(at), random));
            } else {
                words.add("--set");
                words.add(Damage.oneOf(paths, random) + "=" + Damage.oneOf(Damage.VALUES, random));
            }
        }
        return new FuzzCase(number, words, "");
    }

    private static List<String> words(String command) {
        return new ArrayList<>(List.of(command.split(" ")));
    }
}
