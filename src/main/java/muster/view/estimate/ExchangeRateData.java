package muster.view.estimate;

import java.util.stream.Stream;
import muster.scenario.Estimate;
import muster.scenario.EstimateByExchangeRate;
import muster.scenario.EstimateByExchangeRate.Exchanged;
import muster.view.Data;
import muster.view.Fields;
import muster.workforce.WorkforceFigures;

/** A scenario under every exchange rate in the schema {@code estimate-exchange-rates/v1}; docs/estimate.md describes it. */
final class ExchangeRateData {
    private ExchangeRateData() {}

    static Data of(EstimateByExchangeRate view, Estimate first) {
        return EstimateData.head(view.own(), first)
                .array(
                        "exchange_rates",
                        view.exchanged().stream().map(ExchangeRateData::rate).toList())
                .build();
    }

    private static Data rate(Exchanged rate) {
        Fields fields = new Fields()
                .text("exchange_rate", rate.id())
                .flag("own", rate.own())
                .flag("quality_counted", rate.quality())
                .text("tokens_counted", rate.rate().counts().toString());
        ExchangeRateTable.source(rate).ifPresent(source -> EstimateData.source(fields, source));
        Fields quantities = new Fields();
        Stream.concat(
                        Stream.of(WorkforceFigures.TOKENS_PER_RESEARCHER_SECOND, WorkforceFigures.STREAMS),
                        ExchangeRateTable.FIGURES.stream())
                .forEach(name -> rate.estimate()
                        .step(name)
                        .ifPresent(step -> quantities.put(name, EstimateData.quantity(rate.estimate(), step))));
        return fields.put("quantities", quantities.build()).build();
    }
}
