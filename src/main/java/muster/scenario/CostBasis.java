package muster.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.fleet.FleetPlan;
import muster.fleet.chips.ChipType;
import muster.hardware.Rent;

/** What the rent and the power of a fleet that serves rest on, in words, and which key would tell what is not known. */
final class CostBasis {
    private static final String NO_CHIPS =
            "not told: a part of the fleet is a rate without chips, which fleet.made_of would name";

    private final FleetPlan fleet;
    private final List<ChipType> chips;

    CostBasis(FleetPlan fleet) {
        this.fleet = fleet;
        Map<String, ChipType> distinct = new LinkedHashMap<>();
        fleet.chips().forEach(type -> distinct.putIfAbsent(type.name(), type));
        this.chips = List.copyOf(distinct.values());
    }

    /** Words on rent and on power; where the fleet is a rate without chips, on costs as a whole. */
    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        if (fleet.ofChips()) {
            words.put("rent", rent());
            words.put("power", power());
        } else {
            words.put("costs", NO_CHIPS);
        }
        return words;
    }

    private String rent() {
        Map<Rent.Terms, List<ChipType>> byTerms = new TreeMap<>();
        chips.forEach(type -> fleet.rent(type)
                .ifPresent(rent -> byTerms.computeIfAbsent(rent.terms(), same -> new ArrayList<>())
                        .add(type)));
        List<String> words = new ArrayList<>();
        byTerms.forEach(
                (terms, types) -> words.add(types.size() == chips.size() ? terms.toString() : of(terms, types)));
        unknown("rent", type -> fleet.rent(type).isEmpty()).ifPresent(words::add);
        return String.join("; ", words);
    }

    private String power() {
        List<ChipType> allIn = chips.stream().filter(fleet::allIn).toList();
        List<ChipType> alone = chips.stream()
                .filter(type -> !fleet.allIn(type) && fleet.power(type).isPresent())
                .toList();
        String whole = "with host, network and cooling";
        String part = "of the chip alone, by its design power";
        List<String> words = new ArrayList<>();
        if (!allIn.isEmpty()) {
            words.add(allIn.size() == chips.size() ? whole : of(whole, allIn));
        }
        if (!alone.isEmpty()) {
            words.add((alone.size() == chips.size() ? part : of(part, alone)) + "; " + key("power", alone)
                    + " says more");
        }
        unknown("power", type -> fleet.power(type).isEmpty()).ifPresent(words::add);
        return String.join("; ", words);
    }

    private Optional<String> unknown(String what, Predicate<ChipType> without) {
        List<ChipType> missing = chips.stream().filter(without).toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("%s; %s says it".formatted(of("not known", missing), key(what, missing)));
    }

    private static String of(Object words, List<ChipType> types) {
        return types.stream().map(ChipType::name).collect(Collectors.joining(", ", words + ": ", ""));
    }

    // One chip by name; several by what stands for a name.
    private static String key(String what, List<ChipType> types) {
        return "fleet.per_chip.%s.%s"
                .formatted(
                        Stream.of(types)
                                .filter(all -> all.size() == 1)
                                .map(all -> all.get(0).name())
                                .findFirst()
                                .orElse("CHIP"),
                        what);
    }
}
