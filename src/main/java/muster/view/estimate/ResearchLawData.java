package muster.view.estimate;

import muster.scenario.Estimate;
import muster.scenario.EstimateByResearchLaw;
import muster.scenario.EstimateByResearchLaw.Researched;
import muster.view.Data;
import muster.view.Fields;

/** A scenario under every law of research in the schema {@code estimate-research-laws/v1}; docs/research.md describes it. */
final class ResearchLawData {
    private ResearchLawData() {}

    static Data of(EstimateByResearchLaw view, Estimate first) {
        return EstimateData.head(view.own(), first)
                .text("laboratory", view.laboratory().words())
                .array(
                        "research_laws",
                        view.researched().stream().map(ResearchLawData::law).toList())
                .build();
    }

    private static Data law(Researched law) {
        Fields fields = new Fields()
                .text("research_law", law.id())
                .flag("own", law.own())
                .text("name", law.law().name())
                .number("tenfold_heads", law.withTenfoldHeads())
                .number("tenfold_speed", law.withTenfoldSpeed())
                .number("tenfold_compute", law.withTenfoldCompute());
        Fields quantities = new Fields();
        ResearchLawTable.FIGURES.forEach(name -> law.estimate()
                .step(name)
                .ifPresent(step -> quantities.put(name, EstimateData.quantity(law.estimate(), step))));
        return fields.put("quantities", quantities.build()).build();
    }
}
