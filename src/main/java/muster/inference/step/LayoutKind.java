package muster.inference.step;

import java.util.ArrayList;
import java.util.List;

/**
 * What a layout is beside tensor parallelism inside a scale-up domain, which every engine runs and every collection measured.
 *
 * @param data groups that attend to sequences of their own
 * @param expert chips over which experts are distributed
 * @param stages pipeline stages
 * @param domains scale-up domains that the replica spans
 * @param apart whether prompts are prefilled on other chips
 */
public record LayoutKind(int data, int expert, int stages, int domains, boolean apart) {

    /** The kind of a deployment on chips of which so many form a scale-up domain. */
    public static LayoutKind of(Deployment deployment, int domainChips) {
        return new LayoutKind(
                deployment.data(),
                deployment.expert(),
                deployment.stages(),
                (deployment.chips() + domainChips - 1) / domainChips,
                deployment.disaggregated());
    }

    /** Whether who ran this ran as much of everything as another needs. */
    public boolean covers(LayoutKind other) {
        return data >= other.data
                && expert >= other.expert
                && stages >= other.stages
                && domains >= other.domains
                && (apart || !other.apart);
    }

    /** What it has of each, in words: as {@code data-parallel attention of 8 groups and experts over 8 chips}. */
    public String words() {
        List<String> words = new ArrayList<>();
        if (data > 1) {
            words.add("data-parallel attention of %s groups".formatted(data));
        }
        if (expert > 1) {
            words.add("experts over %s chips".formatted(expert));
        }
        if (stages > 1) {
            words.add("%s pipeline stages".formatted(stages));
        }
        if (domains > 1) {
            words.add("%s scale-up domains".formatted(domains));
        }
        if (apart) {
            words.add("prefill on chips of its own");
        }
        return words.isEmpty() ? "tensor parallelism alone" : String.join(", ", words);
    }

    /** The same as a name, as {@code data=8,expert=8}; {@code tensor} for tensor parallelism alone. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        add(parts, "data", data);
        add(parts, "expert", expert);
        add(parts, "stages", stages);
        add(parts, "domains", domains);
        if (apart) {
            parts.add("apart");
        }
        return parts.isEmpty() ? "tensor" : String.join(",", parts);
    }

    private static void add(List<String> parts, String name, int degree) {
        if (degree > 1) {
            parts.add(name + "=" + degree);
        }
    }

    /**
     * The kind of such a name.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static LayoutKind parse(String name) {
        int data = 1;
        int expert = 1;
        int stages = 1;
        int domains = 1;
        boolean apart = false;
        for (String part : name.split(",", -1)) {
            String[] sides = part.split("=", 2);
            int degree = sides.length == 2 && sides[1].matches("[0-9]{1,6}") ? Integer.parseInt(sides[1]) : 1;
            switch (sides[0]) {
                case "data" -> data = degree;
                case "expert" -> expert = degree;
                case "stages" -> stages = degree;
                case "domains" -> domains = degree;
                case "apart" -> apart = true;
                default -> {}
            }
        }
        LayoutKind kind = new LayoutKind(data, expert, stages, domains, apart);
        if (!kind.toString().equals(name)) {
            throw new IllegalArgumentException(
                    "'%s' is not a kind of layout, as data=8,expert=8 or tensor".formatted(name));
        }
        return kind;
    }
}
