package muster.view;

/**
 * A picture, which pages show and other media leave out.
 *
 * @param name the name of its file, without an ending
 * @param svg the picture as SVG; it is laid into pages as it is, and so is made by {@code muster.chart} alone
 */
public record Picture(String name, String svg) implements Section {

    @Override
    public <T> T accept(SectionVisitor<T> visitor) {
        return visitor.picture(this);
    }
}
