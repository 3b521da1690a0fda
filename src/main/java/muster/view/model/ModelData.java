package muster.view.model;

import java.util.Arrays;
import java.util.List;
import muster.catalog.Edition;
import muster.format.Encoding;
import muster.inference.replica.ModelSheet;
import muster.view.Data;
import muster.view.DataDocument;
import muster.view.Fields;

/** What models are, for a program. */
final class ModelData {
    private static final List<Encoding> CACHES = List.of(Encoding.BF16, Encoding.FP8);

    private ModelData() {}

    static Data of(List<ModelSheet> models, Edition catalog) {
        return DataDocument.of("model-show/v1", catalog)
                .results(models.stream().map(ModelData::result).toList());
    }

    private static Data result(ModelSheet model) {
        Fields fields = new Fields()
                .text("model", model.model())
                .quantity("parameters", model.shape().parameters(), "parameter")
                .quantity("active_parameters", model.shape().activeParameters(), "parameter")
                .quantity("active_with_embedding", model.activeWithEmbedding(), "parameter")
                .array(
                        "parts",
                        model.parts().stream()
                                .map(part -> new Fields()
                                        .text("part", part.name())
                                        .quantity("parameters", part.parameters(), "parameter")
                                        .quantity("active", part.active(), "parameter")
                                        .build())
                                .toList())
                .number("cache_elements_per_token", model.cachePerToken())
                .number("index_elements_per_token", model.indexPerToken())
                .number("state_elements", model.stateElements())
                .array(
                        "cache",
                        CACHES.stream()
                                .map(format -> new Fields()
                                        .text("format", format.toString())
                                        .quantity("per_token", model.cachePerToken() * format.bytes(), "B/token")
                                        .build())
                                .toList())
                .array(
                        "lengths",
                        model.lengths().stream().map(ModelData::length).toList())
                .text("published_format", model.architecture().weightFormat().toString())
                .array(
                        "weights",
                        Arrays.stream(Encoding.values())
                                .map(format -> sized(format, model.weightBytes(format)))
                                .toList())
                .array(
                        "tensor_parallel",
                        model.tensorDegrees().stream()
                                .map(degree -> Data.count(degree))
                                .toList());
        model.prediction()
                .ifPresent(ahead -> fields.put(
                        "prediction_layers",
                        new Fields()
                                .count("layers", model.architecture().predictionLayers())
                                .quantity("parameters_each", ahead.parameters(), "parameter")
                                .number("cache_elements_per_token_each", model.predictionCache())
                                .build()));
        return fields.texts("notes", model.notes()).build();
    }

    private static Data length(ModelSheet.AtLength at) {
        return new Fields()
                .number("tokens", at.tokens())
                .number("cache_elements", at.cacheElements())
                .number("index_elements", at.indexElements())
                .number("state_elements", at.stateElements())
                .array(
                        "kept",
                        CACHES.stream()
                                .map(format -> sized(format, at.keptBytes(format)))
                                .toList())
                .quantity("decode", at.decodeFlop(), "FLOP/token")
                .quantity("prefill", at.prefillFlop(), "FLOP/token")
                .build();
    }

    private static Data sized(Encoding format, double bytes) {
        return new Fields()
                .text("format", format.toString())
                .quantity("size", bytes, "B")
                .build();
    }
}
