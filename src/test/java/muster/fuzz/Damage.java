package muster.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Damages a text as people and programs do: another value, a line gone or twice, a piece cut out, a stray character. */
final class Damage {
    /** What is written in the place of a value, or after a key: numbers at the ends of their range, wrong units, wrong forms. */
    static final List<String> VALUES = List.of(
            "0",
            "-1",
            "1",
            "2",
            "3",
            "0.18",
            "1e-300",
            "1e-26",
            "1e-9",
            "1e9",
            "1e300",
            "1e999",
            "2147483647",
            "9223372036854775807",
            "0%",
            "100%",
            "101%",
            "1e-12%",
            "1e25 FLOP",
            "1e-26 FLOP",
            "1e-9 day",
            "1e6 month",
            "1 kW",
            "1 USD",
            "1e9 token/s",
            "1 token/s",
            "0.001 TB/s",
            "30,5",
            "500k",
            "1 GB",
            "1 byte",
            "10 TFLOP/s",
            "NaN",
            "Infinity",
            "-.inf",
            "~",
            "''",
            "true",
            "[]",
            "{}",
            "[1, 2]",
            "{a: 1}",
            "2024-02-30",
            "2024-01-01",
            "9999-12-31",
            "1 to 2",
            "2 to 1",
            "1e-300 to 1e300",
            "50% to 60%",
            "{dist: beta, mean: 50%, sd: 1e-9}",
            "{dist: uniform, low: 0.15, high: 35%}",
            "{dist: lognormal, p5: 1e-300, p95: 1e300}",
            "{dist: normal, mean: 1, sd: 1e300}",
            "{dist: triangular, low: 1, mode: 1, high: 1}",
            "{value: 1, source: x}",
            "h100",
            "nvidia-h100-sxm",
            "llama-3.1-70b",
            "essay-2023",
            "roofline",
            "chinchilla",
            "!delete",
            "\u001b[31m",
            "<script>",
            "=1+1",
            "\u202e");

    private static final Pattern VALUE = Pattern.compile("(?<=: )[^\\n{\\[]+|(?<=[:,] )[^,{}\\[\\]\\n]+");
    private static final String STRAYS = "{}[]:,#&*!|>'\"%@`-? \t\n\u0000\u00e9\uFEFF";

    private Damage() {}

    /** The text with one to four places damaged. */
    static String of(String text, SplittableRandom random) {
        String damaged = text;
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            damaged = once(damaged, random);
        }
        return damaged;
    }

    private static String once(String text, SplittableRandom random) {
        return switch (random.nextInt(10)) {
            case 0 -> line(text, random, false);
            case 1 -> line(text, random, true);
            case 2 -> cut(text, random);
            case 3 -> stray(text, random);
            default -> value(text, random);
        };
    }

    private static String value(String text, SplittableRandom random) {
        List<MatchResult> values = VALUE.matcher(text).results().toList();
        if (values.isEmpty()) {
            return stray(text, random);
        }
        MatchResult old = values.get(random.nextInt(values.size()));
        return text.substring(0, old.start()) + oneOf(VALUES, random) + text.substring(old.end());
    }

    private static String line(String text, SplittableRandom random, boolean twice) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        if (twice) {
            lines.add(random.nextInt(lines.size() + 1), lines.get(at));
        } else {
            lines.remove(at);
        }
        return String.join("\n", lines);
    }

    private static String cut(String text, SplittableRandom random) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(20));
        return text.substring(0, from) + text.substring(to);
    }

    private static String stray(String text, SplittableRandom random) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + STRAYS.charAt(random.nextInt(STRAYS.length())) + text.substring(at);
    }

    /** One of some items. */
    static <T> T oneOf(List<T> items, SplittableRandom random) {
        return items.get(random.nextInt(items.size()));
    }
}
