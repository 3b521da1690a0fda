package muster.workforce;

import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.Choice;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.When;
import muster.document.yaml.Text;
import muster.uncertainty.Input;
import muster.workforce.agent.AgentSet;

/** Where the exchange rate of a scenario comes from. */
@Choice
public sealed interface ExchangeRate permits ExchangeRate.FromCatalog, ExchangeRate.Stated, ExchangeRate.FromAgents {

    /** The rate. */
    Optional<? extends TokenRate> resolve(Catalog catalog, Problems problems);

    /**
     * A rate in the catalog.
     *
     * @param exchangeRate the id of an exchange rate in the catalog
     */
    @When(key = "exchange_rate")
    record FromCatalog(Text exchangeRate) implements ExchangeRate {
        @Override
        public Optional<ResearcherRate> resolve(Catalog catalog, Problems problems) {
            return catalog.bind(ResearcherRate.KIND, exchangeRate, "workforce", problems);
        }
    }

    /**
     * A rate stated in the scenario.
     *
     * @param tokensPerResearcherSecond generated tokens that do what a human researcher does in a second of work
     * @param streams streams that together stand for one researcher
     * @param reference the model that the rate is stated for
     */
    @When(key = "tokens_per_researcher_second")
    record Stated(
            @In("token/researcher-second") Input tokensPerResearcherSecond,

            @In(value = "stream/researcher", plain = "1")
            @Otherwise(value = "1", because = "one stream stands for one researcher")
            Input streams,

            Optional<ResearcherRate.Reference> reference)
            implements ExchangeRate {
        @Override
        public Optional<ResearcherRate> resolve(Catalog catalog, Problems problems) {
            return Optional.of(new ResearcherRate(
                    tokensPerResearcherSecond, streams, ResearcherRate.Counts.GENERATED, Optional.empty(), reference));
        }
    }

    /**
     * A rate that follows from what agents spend.
     *
     * @param agents what they spend: the id of a set in the catalog, that with changed keys, or all of it
     * @param reference the model whose sessions these are
     */
    @When(key = "agents")
    record FromAgents(AgentSet agents, Optional<ResearcherRate.Reference> reference) implements ExchangeRate {
        @Override
        public Optional<TokenRate> resolve(Catalog catalog, Problems problems) {
            int before = problems.reports();
            agents.check(problems);
            return problems.reports() > before ? Optional.empty() : Optional.of(new AgentRate(agents, reference));
        }
    }
}
