package muster.inference.replica;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.hardware.Chip;
import muster.model.Architecture;

/**
 * A kind of chip under a load: the layouts whose replicas serve it within its limits.
 *
 * @param chip the id of the kind of chip
 * @param answers the layouts that serve it, fewest chips first
 * @param reason why there are none; empty where there are
 * @param rentUsdPerHour the latest rent of a chip, where one is known
 * @param powerWatts the power of a chip, with its host, network and cooling where that is known
 */
public record LoadStudy(
        String chip,
        List<LoadAnswer> answers,
        String reason,
        OptionalDouble rentUsdPerHour,
        OptionalDouble powerWatts) {

    public LoadStudy {
        answers = List.copyOf(answers);
    }

    /**
     * Of kinds of chips that are named, or of all of the catalog: those that serve it first, by price, then by chips; nothing with
     * problems reported.
     *
     * @param query what is asked of a chip; its chip is not read
     * @param chips the kinds of chips; all where there are none
     * @param target the load
     * @param most how many layouts of each
     */
    public static List<LoadStudy> of(
            FrontierQuery query, List<Text> chips, LoadTarget target, int most, Catalog catalog, Problems problems) {
        FrontierQuery asked = query.named(catalog);
        Optional<Architecture> model = ChipStudies.model(asked, catalog, problems);
        if (model.isEmpty()) {
            return List.of();
        }
        List<LoadStudy> studies = new ArrayList<>();
        if (chips.isEmpty()) {
            catalog.ids(Chip.KIND).parallelStream()
                    .map(id -> {
                        Problems own = new Problems();
                        Text chip = new Text(id, asked.chip().place());
                        return one(asked.on(chip), model, target, most, catalog, own)
                                .orElseGet(() -> new LoadStudy(
                                        id,
                                        List.of(),
                                        ChipStudies.first(own),
                                        OptionalDouble.empty(),
                                        OptionalDouble.empty()));
                    })
                    .forEachOrdered(studies::add);
        } else {
            chips.stream()
                    .map(chip -> asked.on(catalog.named(Chip.KIND, chip)))
                    .flatMap(each -> one(each, model, target, most, catalog, problems).stream())
                    .filter(study ->
                            studies.stream().noneMatch(known -> known.chip().equals(study.chip())))
                    .forEach(studies::add);
        }
        studies.sort(Comparator.comparing((LoadStudy study) -> study.answers().isEmpty())
                .thenComparingDouble(study -> study.usdPerHour().orElse(Double.POSITIVE_INFINITY))
                .thenComparingInt(study -> study.best().map(LoadAnswer::chips).orElse(0)));
        return List.copyOf(studies);
    }

    private static Optional<LoadStudy> one(
            FrontierQuery query,
            Optional<Architecture> model,
            LoadTarget target,
            int most,
            Catalog catalog,
            Problems problems) {
        return ModelOnChip.find(catalog, model, query.chip(), query.formats(), query.engine(), problems)
                .flatMap(setup -> catalog.get(Chip.KIND, query.chip(), problems).map(chip -> {
                    LoadSearch search = new LoadSearch(setup, query.request(), target);
                    List<LoadAnswer> answers = search.answers(most);
                    return new LoadStudy(
                            query.chip().value(),
                            answers,
                            answers.isEmpty() ? search.reason() : "",
                            FrontierStudy.rent(chip),
                            FrontierStudy.power(chip));
                }));
    }

    /** The layout with the fewest chips. */
    public Optional<LoadAnswer> best() {
        return answers.stream().findFirst();
    }

    private OptionalDouble usdPerHour() {
        return best().map(answer -> answer.ofChips(rentUsdPerHour)).orElse(OptionalDouble.empty());
    }
}
