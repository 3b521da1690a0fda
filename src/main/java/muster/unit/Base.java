package muster.unit;

/**
 * The base dimensions. Internally every quantity is a number of these base units.
 *
 * <p>FLOP and OP are apart because an integer operation is no floating-point operation. A researcher-second (one human
 * researcher working for one second) and a researcher-month are apart from each other and from the wall clock, because
 * only a work calendar converts between them: 864,000 researcher-seconds make a researcher-month of thirty eight-hour
 * days, not 2,592,000.
 */
public enum Base {
    FLOP("FLOP"),
    OP("OP"),
    BYTE("B"),
    SECOND("s"),
    JOULE("J"),
    TOKEN("token"),
    PARAMETER("parameter"),
    CHIP("chip"),
    USD("USD"),
    STREAM("stream"),
    RESEARCHER("researcher"),
    RESEARCHER_SECOND("researcher-second"),
    RESEARCHER_MONTH("researcher-month"),
    H100E("H100e"),
    NAT("nat"),
    MM2("mm2"),
    REQUEST("request");

    private final String symbol;

    Base(String symbol) {
        this.symbol = symbol;
    }

    /** The symbol of the base unit as it is written in files. */
    public String symbol() {
        return symbol;
    }
}
