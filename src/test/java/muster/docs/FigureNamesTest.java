package muster.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The name of a figure is written once, as a constant: who reads it cannot misspell it. */
final class FigureNamesTest {
    private static final Pattern NAME = Pattern.compile(
            "\"((?:fleet|training|model|inference|workforce|lead|allocation|technique)\\.[a-z0-9_][a-z0-9_.]*)\"");
    // What a law reckons on its own way is named in the file of the law, and read by nothing else.
    private static final String OF_A_LAW = "training.law.";
    // A workforce sees neither inference nor training, and has names of theirs of its own.
    private static final String SUPPLIED = "SuppliedFigures.";

    @Test
    void namesAreLiteralsInTheClassesOfConstantsAlone() {
        Map<String, List<String>> places = new TreeMap<>();
        Sources.texts().forEach((file, text) -> {
            if (!FigureNames.HOMES.matcher(file).matches()) {
                NAME.matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .distinct()
                        .forEach(name -> places.computeIfAbsent(name, key -> new ArrayList<>())
                                .add(file));
            }
        });
        places.entrySet()
                .removeIf(place -> place.getKey().startsWith(OF_A_LAW)
                        && place.getValue().size() == 1
                        && place.getValue().get(0).startsWith("muster/scaling/"));

        assertThat(places)
                .as("names of figures outside a class XxxFigures: use its constant, or add one")
                .isEmpty();
    }

    @Test
    void aNameHasOneConstant() {
        Map<String, String> constants = FigureNames.constants();
        TreeSet<String> once = new TreeSet<>();
        constants.forEach((constant, name) -> {
            if (!constant.startsWith(SUPPLIED)) {
                assertThat(once.add(name))
                        .as("%s stands twice, once as %s", name, constant)
                        .isTrue();
            }
        });

        assertThat(once).hasSizeGreaterThan(100).contains("fleet.peak", "training.compute", "model.parameters");
    }

    @Test
    void figuresKeepTheirNamesOnTheWayToAWorkforce() {
        Map<String, String> constants = FigureNames.constants();

        assertThat(constants)
                .containsEntry("SuppliedFigures.THROUGHPUT", constants.get("InferenceFigures.THROUGHPUT"))
                .containsEntry("SuppliedFigures.SERIAL_SPEED", constants.get("InferenceFigures.SERIAL_SPEED"))
                .containsEntry("SuppliedFigures.FLOP_PER_TOKEN", constants.get("ModelFigures.FLOP_PER_TOKEN"))
                .containsEntry("SuppliedFigures.TRAINING_COMPUTE", constants.get("TrainingFigures.COMPUTE"));
    }
}
