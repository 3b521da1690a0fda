package muster.allocation;

import java.util.List;

/** A linear program whose answer could not be proven: there is no plan to show. */
public final class Unproven extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    public Unproven(List<String> reasons) {
        super(String.join("\n", reasons));
        this.reasons = List.copyOf(reasons);
    }

    public List<String> reasons() {
        return reasons;
    }
}
