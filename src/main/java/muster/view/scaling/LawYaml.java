package muster.view.scaling;

import java.util.List;
import java.util.function.ToDoubleFunction;
import muster.document.yaml.YamlScalar;
import muster.scaling.fit.FittedLaw;
import muster.scaling.fit.LawConstant;
import muster.scaling.fit.TrainingRun;
import muster.unit.NumberText;

/** A fitted law as an entry of a catalog. */
public final class LawYaml {
    private static final List<String> DIRECTIONS = List.of("first", "second", "third", "fourth", "fifth");

    private LawYaml() {}

    /** The text of the file. */
    public static String of(String id, FittedLaw fitted) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("schema: law/v1\n");
        yaml.append("id: %s\n".formatted(id));
        yaml.append("title: %s\n"
                .formatted(YamlScalar.of(
                        "A sum of powers through the runs of " + fitted.runs().file())));
        yaml.append("sources:\n");
        String fit = "muster scale fit of %s: %s runs, least %s sum %s"
                .formatted(
                        fitted.runs().file(),
                        fitted.runs().kept().size(),
                        fitted.fit().objective(),
                        NumberText.rounded(fitted.value(), 6));
        yaml.append("  fit: {title: %s, tier: derived}\n".formatted(YamlScalar.of(fit)));
        yaml.append("  six: {title: \"C = 6 N D\", tier: definition}\n");
        yaml.append("default_source: fit\n");
        if (fitted.fit().tied()) {
            overTraining(yaml, fitted);
        } else {
            chinchilla(yaml, fitted);
        }
        yaml.append("flop_per_parameter_token: {value: 6 FLOP/parameter/token, source: six}\n");
        fitted.error()
                .ifPresent(error -> yaml.append("error: {most: %s, coefficient: %s, rate: %s token/nat}\n"
                        .formatted(
                                NumberText.exact(error.most()),
                                NumberText.exact(error.coefficient()),
                                NumberText.exact(error.rate()))));
        yaml.append("domain:  # the runs of the fit\n");
        limits(yaml, fitted.runs().kept(), "parameters", "parameter", TrainingRun::parameters);
        limits(yaml, fitted.runs().kept(), "tokens", "token", TrainingRun::tokens);
        limits(
                yaml,
                fitted.runs().kept(),
                "tokens_per_parameter",
                "token/parameter",
                run -> run.tokens() / run.parameters());
        directions(yaml, fitted.directions());
        return yaml.toString();
    }

    private static void chinchilla(StringBuilder yaml, FittedLaw law) {
        yaml.append("method: chinchilla  # L = E + A / N^alpha + B / D^beta\n");
        yaml.append("irreducible_loss: %s nat/token\n".formatted(exact(law, LawConstant.IRREDUCIBLE_LOSS)));
        yaml.append("parameter_coefficient: %s nat/token\n".formatted(exact(law, LawConstant.PARAMETER_COEFFICIENT)));
        yaml.append("parameter_exponent: %s\n".formatted(exact(law, LawConstant.PARAMETER_EXPONENT)));
        yaml.append("token_coefficient: %s nat/token\n".formatted(exact(law, LawConstant.TOKEN_COEFFICIENT)));
        yaml.append("token_exponent: %s\n".formatted(exact(law, LawConstant.TOKEN_EXPONENT)));
    }

    private static void overTraining(StringBuilder yaml, FittedLaw law) {
        yaml.append("method: over-training  # L = E + (a M^eta + b M^-eta) C^-eta\n");
        yaml.append("irreducible_loss: %s nat/token\n".formatted(exact(law, LawConstant.IRREDUCIBLE_LOSS)));
        yaml.append("parameter_coefficient: %s nat/token\n".formatted(exact(law, LawConstant.PARAMETER_COEFFICIENT)));
        yaml.append("token_coefficient: %s nat/token\n".formatted(exact(law, LawConstant.TOKEN_COEFFICIENT)));
        yaml.append("exponent: %s\n".formatted(exact(law, LawConstant.PARAMETER_EXPONENT)));
    }

    private static String exact(FittedLaw law, LawConstant constant) {
        return NumberText.exact(constant.of(law.law(), law.fit().tied()));
    }

    private static void limits(
            StringBuilder yaml, List<TrainingRun> runs, String name, String unit, ToDoubleFunction<TrainingRun> of) {
        double least = runs.stream().mapToDouble(of).min().orElseThrow();
        double most = runs.stream().mapToDouble(of).max().orElseThrow();
        yaml.append("  least_%s: %s %s\n".formatted(name, NumberText.exact(least), unit));
        yaml.append("  most_%s: %s %s\n".formatted(name, NumberText.exact(most), unit));
    }

    // The columns of the root of the covariance, each an independent standard normal amount.
    private static void directions(StringBuilder yaml, double[][] root) {
        if (root.length == 0) {
            return;
        }
        yaml.append("uncertainty:  # by bootstrap: changes of logarithms, of E as a part of it, together\n");
        for (int j = 0; j < root.length; j++) {
            yaml.append("  %s:\n".formatted(DIRECTIONS.get(j)));
            yaml.append("    amount: {dist: normal, low: -1, high: 1, interval: 68.26894921370859%}\n");
            yaml.append("    parameter_coefficient: %s\n".formatted(change(root[0][j])));
            yaml.append("    parameter_exponent: %s\n".formatted(change(root[1][j])));
            yaml.append("    token_coefficient: %s\n".formatted(change(root[2][j])));
            yaml.append("    token_exponent: %s\n".formatted(change(root[3][j])));
            yaml.append("    irreducible_loss: %s\n".formatted(change(root[4][j])));
        }
    }

    private static String change(double value) {
        return NumberText.rounded(value, 6).replace(",", "");
    }
}
