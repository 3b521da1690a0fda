package muster.view.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import muster.scenario.Estimate;
import muster.scenario.EstimateByExchangeRate;
import muster.view.Chapter;
import muster.view.Data;
import muster.view.DataDocument;
import muster.view.Grid;
import muster.view.Medium;
import muster.view.Notes;
import muster.view.Paragraph;
import muster.view.Rank;
import muster.view.Section;
import muster.view.View;
import muster.view.Words;

/**
 * Scenarios, each under every exchange rate.
 *
 * @param scenarios the scenarios
 */
public record ExchangeRatesView(List<EstimateByExchangeRate> scenarios) implements View {

    public ExchangeRatesView {
        scenarios = List.copyOf(scenarios);
    }

    @Override
    public String title() {
        return scenarios.stream()
                .map(scenario -> scenario.own().scenario())
                .collect(Collectors.joining(", ", "muster estimate --exchange-rates ", ""));
    }

    @Override
    public List<Section> sections(Medium medium) {
        List<Section> sections = new ArrayList<>();
        for (EstimateByExchangeRate scenario : scenarios) {
            Words heading = Words.NONE
                    .strong(scenario.own().scenario())
                    .plain(", catalog " + scenario.own().catalog());
            List<Section> below =
                    List.of(ExchangeRateTable.grid(scenario), Notes.of(ExchangeRateTable.notes(scenario)));
            if (medium == Medium.PAGE) {
                sections.add(new Chapter(Rank.HEADING, heading, "", below));
            } else {
                sections.add(Paragraph.of(heading));
                sections.addAll(below);
            }
        }
        return sections;
    }

    @Override
    public Grid rows() {
        return ExchangeRateTable.rows(scenarios);
    }

    @Override
    public Data data() {
        Estimate first = scenarios.get(0).own();
        return DataDocument.of("estimate-exchange-rates/v1", first.catalog())
                .set(first.settings())
                .sampled(first.sampling())
                .results(scenarios.stream()
                        .map(scenario -> ExchangeRateData.of(scenario, first))
                        .toList());
    }
}
