package muster.report;

import java.util.List;
import java.util.stream.Stream;
import muster.scenario.ByExchangeRate;
import muster.scenario.ByExchangeRate.Exchanged;
import muster.scenario.Estimate;
import muster.workforce.WorkforceFigures;
import tools.jackson.core.JsonGenerator;

/** A scenario under every exchange rate as JSON in the schema {@code exchange-rates/v1}; docs/estimate.md describes it. */
public final class ExchangeRateJson {
    private ExchangeRateJson() {}

    /** One scenario as an object, several as an array. */
    public static String of(List<ByExchangeRate> views) {
        return Json.text(json -> {
            if (views.size() == 1) {
                view(json, views.get(0));
            } else {
                json.writeStartArray();
                views.forEach(view -> view(json, view));
                json.writeEndArray();
            }
        });
    }

    private static void view(JsonGenerator json, ByExchangeRate view) {
        Estimate own = view.own();
        json.writeStartObject();
        json.writeStringProperty("schema", "exchange-rates/v1");
        json.writeStringProperty("scenario", own.scenario());
        json.writeArrayPropertyStart("set");
        own.settings().forEach(json::writeString);
        json.writeEndArray();
        json.writeStringProperty("catalog", own.catalog().hash());
        own.sampling().ifPresent(how -> {
            json.writeNumberProperty("seed", how.seed());
            json.writeNumberProperty("samples", how.samples());
        });
        json.writeArrayPropertyStart("exchange_rates");
        view.exchanged().forEach(rate -> rate(json, rate));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void rate(JsonGenerator json, Exchanged rate) {
        json.writeStartObject();
        json.writeStringProperty("exchange_rate", rate.id());
        json.writeBooleanProperty("own", rate.own());
        json.writeBooleanProperty("quality_counted", rate.quality());
        json.writeStringProperty("tokens_counted", rate.rate().counts().toString());
        ExchangeRateTable.source(rate).ifPresent(source -> {
            json.writeStringProperty("source", source.title());
            json.writeStringProperty("tier", source.tier().toString());
            json.writeStringProperty("evidence", source.evidence().toString());
        });
        json.writeObjectPropertyStart("quantities");
        Stream.concat(
                        Stream.of(WorkforceFigures.TOKENS_PER_RESEARCHER_SECOND, WorkforceFigures.STREAMS),
                        ExchangeRateTable.FIGURES.stream())
                .forEach(name -> EstimateJson.quantity(json, rate.estimate(), name));
        json.writeEndObject();
        json.writeEndObject();
    }
}
