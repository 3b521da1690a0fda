package muster.view.serving;

import muster.inference.replica.LoadAnswer;
import muster.inference.replica.LoadStudy;
import muster.inference.step.Deployment;
import muster.view.Data;
import muster.view.DataDocument;
import muster.view.Fields;

/** Chips under a load in the schema {@code throughput-load/v1}. */
final class LoadData {
    private LoadData() {}

    static Data of(LoadView view) {
        return DataDocument.of("throughput-load/v1", view.catalog())
                .set(view.catalog().changes())
                .results(view.studies().stream()
                        .map(study -> result(view, study))
                        .toList());
    }

    private static Data result(LoadView view, LoadStudy study) {
        Fields fields = new Fields()
                .text("model", view.query().model().value())
                .text("chip", study.chip())
                .quantity("rate", view.target().rate(), "request/s")
                .quantity("longest_time_to_first_token", view.target().firstTokenSeconds(), "s")
                .quantity("longest_time_per_output_token", view.target().tokenSeconds(), "s")
                .array(
                        "deployments",
                        study.answers().stream()
                                .map(answer -> deployment(view, study, answer))
                                .toList());
        return study.answers().isEmpty() ? fields.text("reason", study.reason()).build() : fields.build();
    }

    private static Data deployment(LoadView view, LoadStudy study, LoadAnswer answer) {
        Deployment layout = answer.deployment();
        return new Fields()
                .number("chips", answer.chips())
                .number("replicas", answer.replicas())
                .number("tensor", layout.tensor())
                .number("data", layout.data())
                .number("expert", layout.expert())
                .number("stages", layout.stages())
                .quantity("time_to_first_token", answer.served().timeToFirstTokenSeconds(), "s")
                .quantity("time_per_output_token", answer.served().tokenSeconds(), "s")
                .quantity("request_time", answer.served().requestSeconds(), "s")
                .number("in_flight", answer.replicas() * answer.served().inFlight())
                .number("load", answer.served().load())
                .quantity(
                        "saturation_rate",
                        view.target().rate() / answer.served().load(),
                        "request/s")
                .text("binds", answer.binds().toString())
                .quantity("rent", answer.ofChips(study.rentUsdPerHour()), "USD/h")
                .quantity("cost", view.usdPerToken(study, answer), "USD/token")
                .quantity("power", answer.ofChips(study.powerWatts()), "W")
                .build();
    }
}
