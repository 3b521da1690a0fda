package muster.scaling.fit;

import java.util.Locale;

/** The forms of laws that can be fitted. */
public enum LawForm {
    /** E + A/N^alpha + B/D^beta. */
    CHINCHILLA,
    /** E + (a M^eta + b M^-eta) C^-eta with M = D/N, which ties alpha and beta. */
    OVER_TRAINING;

    /** How it is fitted. */
    public LawFit by(Objective objective) {
        return new LawFit(objective, this == OVER_TRAINING);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
