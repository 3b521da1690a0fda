package muster.cli;

import muster.catalog.Catalog;
import muster.cli.option.CatalogOption;
import muster.diagnostic.Problems;
import picocli.CommandLine.Mixin;

/** A command with the option {@code --catalog}, which those below it have from it. */
abstract class CatalogResultCommand extends ResultCommand {
    @Mixin
    private CatalogOption catalog = new CatalogOption();

    /** Whether a kind of model that is not known is counted roughly. */
    final boolean rough() {
        return catalog.rough();
    }

    @Override
    final Catalog catalog(Problems problems) {
        return catalog.catalog(problems);
    }
}
