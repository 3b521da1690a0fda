package muster.scaling;

import muster.catalog.EntryKind;
import muster.document.In;
import muster.uncertainty.Input;

/**
 * An estimate of how much text there is to train on.
 *
 * @param tokens the effective stock: after a filter for quality, with what repetition adds
 */
public record TokenStock(@In("token") Input tokens) {

    /** Token stocks in the catalog. */
    public static final EntryKind<TokenStock> KIND =
            new EntryKind<>("token-stock/v1", "token-stocks", TokenStock.class);
}
