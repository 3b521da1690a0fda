package muster.cli;

import java.util.List;
import muster.catalog.Catalog;
import muster.cli.option.Arguments;
import muster.cli.option.FormatOption;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.inference.replica.ModelSheet;
import muster.model.huggingface.ConfigFiles;
import muster.model.huggingface.HuggingFace;
import muster.view.model.ModelView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code muster model show}: parameters by part, what a sequence keeps, and the arithmetic of a token. */
@Command(
        name = "show",
        description = "Parameters by part, what is kept of a sequence, FLOP of a token, and weights by format.",
        mixinStandardHelpOptions = true)
final class ModelShowCommand extends CatalogResultCommand {
    @Parameters(
            paramLabel = "MODEL",
            arity = "1..*",
            description = "Ids or aliases of models, or paths to a config.json of Hugging Face or its folder.")
    private List<String> models = List.of();

    @Mixin
    private FormatOption format = new FormatOption();

    // What a file leaves out is as its class has it, which a reader should know.
    private List<String> byClass(Text name) {
        ConfigFiles files = new ConfigFiles(rough());
        return files.path(name)
                .flatMap(path -> files.found(path, new Problems()))
                .map(HuggingFace.Found::byClass)
                .filter(taken -> !taken.isEmpty())
                .map(taken -> List.of("not in the file but in the class of its kind: " + String.join(", ", taken)))
                .orElse(List.of());
    }

    @Override
    int run(Catalog catalog, Problems problems) {
        List<ModelSheet> sheets = models.stream()
                .map(name -> Arguments.text("model show", name))
                .flatMap(name ->
                        ModelSheet.of(name, catalog, problems).map(sheet -> sheet.noting(byClass(name))).stream())
                .toList();
        problems.orThrow();
        format.print(new ModelView(sheets, catalog.edition()), out());
        return ExitStatus.GOOD;
    }
}
