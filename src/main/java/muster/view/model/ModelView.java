package muster.view.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import muster.catalog.Edition;
import muster.format.Encoding;
import muster.inference.replica.ModelSheet;
import muster.model.ShapePart;
import muster.unit.NumberText;
import muster.view.Chapter;
import muster.view.Data;
import muster.view.Grid;
import muster.view.Medium;
import muster.view.Notes;
import muster.view.Paragraph;
import muster.view.Section;
import muster.view.View;

/**
 * What models are, keep and compute.
 *
 * @param models the models
 * @param catalog which catalog they are from
 */
public record ModelView(List<ModelSheet> models, Edition catalog) implements View {
    private static final double GB = 1e9;
    private static final int DIGITS = 4;

    public ModelView {
        models = List.copyOf(models);
    }

    @Override
    public String title() {
        return "muster model show " + models.stream().map(ModelSheet::model).collect(Collectors.joining(" "));
    }

    @Override
    public List<Section> sections(Medium medium) {
        List<Section> sections = new ArrayList<>();
        models.forEach(model -> sections.addAll(of(model)));
        sections.add(Paragraph.of("catalog " + catalog));
        return sections;
    }

    private static List<Section> of(ModelSheet model) {
        return List.of(
                Paragraph.of(headline(model)),
                parts(model),
                Chapter.captioned("a sequence, and a token of it", lengths(model)),
                Chapter.captioned("weights", weights(model)),
                Notes.of(notes(model)));
    }

    private static String headline(ModelSheet model) {
        String all = engineering(model.shape().parameters());
        String active = engineering(model.shape().activeParameters());
        return model.shape().tiedEmbeddings()
                ? "%s: %s parameters, of which a token is multiplied with %s".formatted(model.model(), all, active)
                : "%s: %s parameters; %s active with the input embedding, as most makers count, and %s that a token is multiplied with, which is what Muster computes with"
                        .formatted(model.model(), all, engineering(model.activeWithEmbedding()), active);
    }

    private static Grid parts(ModelSheet model) {
        double all = model.shape().parameters();
        List<List<String>> rows = new ArrayList<>();
        for (ShapePart part : model.parts()) {
            rows.add(List.of(
                    part.name(),
                    engineering(part.parameters()),
                    String.format(Locale.ROOT, "%.2f%%", 100 * part.parameters() / all),
                    engineering(part.active())));
        }
        rows.add(List.of(
                "all", engineering(all), "100.00%", engineering(model.shape().activeParameters())));
        return Grid.of(List.of("part", "parameters", "of all", "a token's"), rows, Set.of(1, 2, 3));
    }

    private static Grid lengths(ModelSheet model) {
        List<List<String>> rows = model.lengths().stream()
                .map(at -> List.of(
                        NumberText.exact(at.tokens()),
                        engineering(at.cacheElements()),
                        gigabytes(at.keptBytes(Encoding.BF16)),
                        gigabytes(at.keptBytes(Encoding.FP8)),
                        engineering(at.decodeFlop()),
                        engineering(at.prefillFlop())))
                .toList();
        return Grid.of(
                List.of(
                        "tokens",
                        "elements of cache",
                        "GB kept, bf16",
                        "GB kept, fp8",
                        "FLOP/token, decode",
                        "FLOP/token, prefill"),
                rows,
                Set.of(0, 1, 2, 3, 4, 5));
    }

    private static Grid weights(ModelSheet model) {
        List<List<String>> rows = Arrays.stream(Encoding.values())
                .map(format -> List.of(
                        format.toString(),
                        gigabytes(model.weightBytes(format)),
                        format == model.architecture().weightFormat() ? "as published" : ""))
                .toList();
        return Grid.of(List.of("format", "GB", ""), rows, Set.of(1));
    }

    private static List<String> notes(ModelSheet model) {
        List<String> notes = new ArrayList<>();
        double cache = model.cachePerToken();
        notes.add("a token adds %s elements to the cache, %s B in bf16 and %s B in fp8%s"
                .formatted(
                        whole(cache),
                        whole(cache * Encoding.BF16.bytes()),
                        whole(cache * Encoding.FP8.bytes()),
                        model.windowed() ? ", while no window is full" : ""));
        if (model.indexPerToken() > 0) {
            notes.add("and %s elements of keys to its index, in fp8 with their scales"
                    .formatted(whole(model.indexPerToken())));
        }
        if (model.stateElements() > 0) {
            notes.add("states of a sequence: %s elements at 32 bits, whatever its length"
                    .formatted(engineering(model.stateElements())));
        }
        notes.add(
                "GB kept: cache, keys of an index and states of one sequence; FLOP of a token that is generated after so many, and of one in a prompt of so many");
        notes.add("engines divide its layers among %s chips"
                .formatted(model.tensorDegrees().stream().map(String::valueOf).collect(Collectors.joining(", "))));
        model.prediction()
                .ifPresent(ahead -> notes.add(
                        "in no figure above: %s of prediction ahead (MTP), about %s parameters and %s elements of cache a token each"
                                .formatted(
                                        model.architecture().predictionLayers() == 1
                                                ? "one layer"
                                                : model.architecture().predictionLayers() + " layers",
                                        engineering(ahead.parameters()),
                                        whole(model.predictionCache()))));
        notes.addAll(model.notes());
        return notes;
    }

    @Override
    public Grid rows() {
        List<List<String>> rows = new ArrayList<>();
        for (ModelSheet model : models) {
            row(rows, model, "parameters", "", model.shape().parameters(), "parameter");
            row(rows, model, "active_parameters", "", model.shape().activeParameters(), "parameter");
            row(rows, model, "active_with_embedding", "", model.activeWithEmbedding(), "parameter");
            model.parts().forEach(part -> {
                row(rows, model, "parameters_of_part", part.name(), part.parameters(), "parameter");
                row(rows, model, "active_of_part", part.name(), part.active(), "parameter");
            });
            row(rows, model, "cache_elements_per_token", "", model.cachePerToken(), "1");
            row(rows, model, "index_elements_per_token", "", model.indexPerToken(), "1");
            row(rows, model, "state_elements", "", model.stateElements(), "1");
            model.lengths().forEach(at -> {
                String tokens = NumberText.exact(at.tokens());
                row(rows, model, "kept_bf16", tokens, at.keptBytes(Encoding.BF16), "B");
                row(rows, model, "kept_fp8", tokens, at.keptBytes(Encoding.FP8), "B");
                row(rows, model, "decode_flop_per_token", tokens, at.decodeFlop(), "FLOP/token");
                row(rows, model, "prefill_flop_per_token", tokens, at.prefillFlop(), "FLOP/token");
            });
            for (Encoding format : Encoding.values()) {
                row(rows, model, "weights", format.toString(), model.weightBytes(format), "B");
            }
        }
        return Grid.of(List.of("model", "quantity", "of", "value", "unit", "catalog"), rows, Set.of(3));
    }

    private void row(List<List<String>> rows, ModelSheet model, String quantity, String of, double value, String unit) {
        rows.add(List.of(model.model(), quantity, of, NumberText.exact(value), unit, catalog.hash()));
    }

    @Override
    public Data data() {
        return ModelData.of(models, catalog);
    }

    private static String gigabytes(double bytes) {
        return NumberText.rounded(bytes / GB, DIGITS);
    }

    private static String whole(double count) {
        return NumberText.rounded(count, 9);
    }

    // To four digits with an exponent that three divides, as 671.0e9.
    private static String engineering(double count) {
        int exponent = count == 0 ? 0 : Math.max(0, (int) Math.floor(Math.log10(Math.abs(count)) / 3) * 3);
        String number = NumberText.rounded(count / Math.pow(10, exponent), DIGITS);
        return exponent == 0 ? number : padded(number) + "e" + exponent;
    }

    // Four digits also where the last are zeros.
    private static String padded(String number) {
        int digits = number.replace(".", "").length();
        return digits >= DIGITS ? number : (number.contains(".") ? number : number + ".") + "0".repeat(DIGITS - digits);
    }
}
