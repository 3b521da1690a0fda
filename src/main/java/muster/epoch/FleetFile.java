package muster.epoch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import muster.document.yaml.YamlScalar;

/** Writes chip counts as a fleet of the catalog: the same text for the same rows, whatever the order of the files. */
public final class FleetFile {
    private static final List<String> MAKERS = EpochNames.MAKERS.catalogNames();
    private static final List<String> OWNERS = EpochNames.OWNERS.catalogNames();
    private static final List<String> CHIPS = EpochNames.CHIPS.catalogNames();
    // Its chips are in use only in its own data centres, so its cumulative table is that of an owner, where there is no
    // other.
    private static final Map<String, String> OWN_USE = Map.of("AWS", "amazon");

    private final ChipCounts counts;
    private final StringBuilder text = new StringBuilder();

    private FleetFile(ChipCounts counts) {
        this.counts = counts;
    }

    /**
     * The text of the entry.
     *
     * @param counts the counts
     * @param id the id of the fleet
     * @param title what it is, in one line
     * @param source the source as one would cite it, with date and version
     */
    public static String of(ChipCounts counts, String id, String title, String source) {
        return new FleetFile(counts).write(id, title, source);
    }

    private String write(String id, String title, String source) {
        line(0, "# Written by: muster catalog import epoch-chip-counts");
        line(0, "# Percentiles must not be added.");
        counts.remarks().forEach(remark -> line(0, "# - " + remark));
        line(0, "schema: fleet/v1");
        line(0, "id: " + id);
        line(0, "title: " + YamlScalar.of(title));
        line(0, "sources:");
        line(1, "epoch: {title: %s, tier: analyst}".formatted(YamlScalar.of(source)));
        line(
                1,
                "width: {title: \"from the widths of Epoch's totals and of its counts by chip; see docs/fleet.md\", tier: derived}");
        line(0, "default_source: epoch");
        line(0, "scope: world");
        line(0, "as_of: " + counts.last());
        Map<String, LocalDate> partial = PartialQuarters.ofMakers(counts);
        if (!partial.isEmpty()) {
            line(0, "partial:  # the source counts a part of these quarters, which is left out");
            partial.forEach((maker, end) -> line(1, maker + ": " + end));
        }
        correlations();
        line(0, "entries:");
        chips().forEach(this::chip);
        totals();
        return text.toString();
    }

    // By maker, and by maker and owner where the tables tell it.
    private void correlations() {
        Map<String, Double> correlations = new LinkedHashMap<>();
        for (String maker : MAKERS) {
            CountCorrelation.of(maker, Optional.empty(), counts.counts())
                    .filter(correlation -> correlation > 0)
                    .ifPresent(correlation -> correlations.put(maker, correlation));
            OWNERS.forEach(owner -> CountCorrelation.of(maker, Optional.of(owner), counts.counts())
                    .ifPresent(correlation -> correlations.put(maker + "/" + owner, correlation)));
        }
        if (!correlations.isEmpty()) {
            line(0, "correlations:");
            correlations.forEach(
                    (maker, correlation) -> line(1, "%s: {value: %s, source: width}".formatted(maker, correlation)));
        }
    }

    private List<String> chips() {
        return counts.counts().stream()
                .flatMap(count -> count.chip().stream())
                .distinct()
                .sorted(Comparator.comparingInt(CHIPS::indexOf))
                .toList();
    }

    private void chip(String chip) {
        List<ChipCountRow> all =
                select(count -> count.chip().filter(chip::equals).isPresent());
        List<ChipCountRow> whole =
                all.stream().filter(count -> count.owner().isEmpty()).toList();
        if (!whole.isEmpty()) {
            head(chip, chip, whole.get(0));
            Optional.ofNullable(OWN_USE.get(whole.get(0).maker()))
                    .filter(owner -> whole.size() == all.size())
                    .ifPresent(owner -> line(2, "owner: " + owner));
            line(2, "quarters:");
            whole.forEach(count -> quarter(3, count));
        }
        Map<String, List<ChipCountRow>> owners = new LinkedHashMap<>();
        all.stream()
                .filter(count -> count.owner().isPresent())
                .sorted(Comparator.comparing(count -> count.owner().orElseThrow()))
                .forEach(count -> owners.computeIfAbsent(count.owner().orElseThrow(), key -> new ArrayList<>())
                        .add(count));
        if (!owners.isEmpty()) {
            head(chip + "-by-owner", chip, owners.values().iterator().next().get(0));
            absent(owners)
                    .ifPresent(names -> line(2, "remark: by owner without " + names + ", whom the rest leaves out"));
            line(2, "owners:");
            owners.forEach((owner, quarters) -> {
                line(3, owner + ":");
                quarters.forEach(count -> quarter(4, count));
            });
        }
    }

    // Owners that are taken out of the rest and have no rows of their own.
    private Optional<String> absent(Map<String, List<ChipCountRow>> owners) {
        List<ChipCountRow> rest = owners.getOrDefault("other", List.of());
        List<String> names = rest.stream()
                .flatMap(count -> count.excluded().stream())
                .distinct()
                .filter(name -> counts.counts().stream()
                        .noneMatch(count -> count.owner().equals(EpochNames.OWNERS.known(name))))
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", names));
    }

    private void head(String key, String chip, ChipCountRow first) {
        line(1, key + ":");
        line(2, "chip: " + chip);
        line(2, "counted_as: " + first.countedAs());
        line(2, "basis: cumulative-sold");
    }

    private void totals() {
        Map<String, List<ChipCountRow>> totals = new LinkedHashMap<>();
        for (String maker : MAKERS) {
            List<ChipCountRow> all = select(count -> count.maker().equals(maker)
                    && count.isTotal()
                    && count.owner().isEmpty());
            if (!all.isEmpty()) {
                totals.put(maker, all);
            }
        }
        if (!totals.isEmpty()) {
            line(0, "totals:");
            totals.forEach((maker, all) -> {
                line(1, maker + ":");
                all.forEach(count -> quarter(2, count));
            });
        }
    }

    private List<ChipCountRow> select(Predicate<ChipCountRow> wanted) {
        return counts.counts().stream()
                .filter(wanted)
                .sorted(Comparator.comparing(ChipCountRow::end))
                .toList();
    }

    private void quarter(int depth, ChipCountRow count) {
        Map<String, Function<ChipCountRow, List<String>>> columns = new LinkedHashMap<>();
        columns.put("chips", ChipCountRow::chips);
        columns.put("h100e", ChipCountRow::h100e);
        columns.put("power", ChipCountRow::power);
        String cells = columns.entrySet().stream()
                .filter(column -> !column.getValue().apply(count).isEmpty())
                .map(column ->
                        column.getKey() + ": " + percentiles(column.getValue().apply(count)))
                .collect(Collectors.joining(", "));
        line(depth, "%s: {%s}".formatted(count.end(), cells));
    }

    private static String percentiles(List<String> values) {
        return "{p5: %s, p50: %s, p95: %s}".formatted(values.get(0), values.get(1), values.get(2));
    }

    private void line(int depth, String content) {
        text.append("  ".repeat(depth)).append(content).append('\n');
    }
}
