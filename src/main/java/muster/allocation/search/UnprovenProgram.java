package muster.allocation.search;

import java.util.List;

/** A linear program whose answer could not be proven: there is no plan to show. */
public final class UnprovenProgram extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    public UnprovenProgram(List<String> reasons) {
        super(String.join("\n", reasons));
        this.reasons = List.copyOf(reasons);
    }

    public List<String> reasons() {
        return reasons;
    }
}
