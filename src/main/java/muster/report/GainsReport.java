package muster.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import muster.accuracy.GainGroup;
import muster.accuracy.Gained;
import muster.uncertainty.Source;
import muster.unit.Numbers;

/** Measured gains of techniques beside ours. */
public final class GainsReport {
    private static final Set<Integer> NUMBERS = Set.of(1, 2, 3);

    private GainsReport() {}

    /** Every row of every group, with the bars. */
    public static String text(List<GainGroup> groups) {
        StringBuilder text = new StringBuilder();
        for (GainGroup group : groups) {
            text.append(group.title())
                    .append('\n')
                    .append(grid(group).text().indent(2))
                    .append("  %s\n".formatted(verdict(group)));
            sources(group).forEach(source -> text.append("  %s\n".formatted(source)));
            text.append('\n');
        }
        return text.append(note()).append('\n').toString();
    }

    /** The same in Markdown. */
    public static String markdown(List<GainGroup> groups) {
        StringBuilder text = new StringBuilder();
        for (GainGroup group : groups) {
            text.append("## %s\n\n".formatted(group.title()))
                    .append(grid(group).markdown())
                    .append("\n%s\n\n".formatted(verdict(group)));
            sources(group).forEach(source -> text.append("- %s\n".formatted(source)));
            text.append('\n');
        }
        return text.append(note()).append('\n').toString();
    }

    private static Grid grid(GainGroup group) {
        List<List<String>> rows = new ArrayList<>();
        for (Gained gain : group.rows()) {
            rows.add(List.of(
                    gain.name(),
                    gain.row().gain().value().distribution().certain()
                            ? Numbers.rounded(gain.measured(), 3)
                            : gain.row().gain().value().toString(),
                    gain.model().isPresent() ? Numbers.rounded(gain.model().getAsDouble(), 3) : "-",
                    signed(gain.error()),
                    gain.source().map(Source::id).orElse(""),
                    standing(gain)));
        }
        return new Grid(List.of("measurement", "measured", "ours", "error", "source", ""), rows, NUMBERS);
    }

    private static List<String> sources(GainGroup group) {
        return group.rows().stream()
                .flatMap(gain -> gain.source().stream())
                .map(source -> "%s: %s".formatted(source.id(), source.citation()))
                .distinct()
                .toList();
    }

    private static String standing(Gained gain) {
        return gain.row()
                .leftOut()
                .map(why -> "left out: " + why)
                .orElse(gain.row().fitted() ? "fitted to" : "");
    }

    private static String verdict(GainGroup group) {
        long counted = group.rows().stream().filter(Gained::counted).count();
        long fitted = group.rows().stream()
                .filter(Gained::counted)
                .filter(gain -> gain.row().fitted())
                .count();
        String unseen = group.unseen().isPresent()
                ? "; of those that nothing was fitted to %s%s"
                        .formatted(
                                percent(group.unseen().getAsDouble()),
                                group.gains()
                                        .unseenBar()
                                        .map(bar -> ", bar " + percent(bar.central()))
                                        .orElse(""))
                : "";
        return "mean error %s of %s rows, %s of them fitted to, bar %s%s: %s"
                .formatted(
                        percent(group.mean()),
                        counted,
                        fitted,
                        percent(group.gains().bar().central()),
                        unseen,
                        group.kept() ? "kept" : "MISSED");
    }

    private static String note() {
        return "ours: the speed of a step with the technique over that without it. fitted to: constants of the model of time were fitted to this measurement or to the speeds that it is the ratio of.";
    }

    private static String percent(double part) {
        return AccuracyReport.percent(part);
    }

    private static String signed(OptionalDouble error) {
        return error.isPresent() ? (error.getAsDouble() < 0 ? "" : "+") + percent(error.getAsDouble()) : "";
    }

    private static String exact(OptionalDouble number) {
        return number.isPresent() ? Numbers.exact(number.getAsDouble()) : "";
    }

    /** A row for each measurement, with all digits. */
    public static String csv(List<GainGroup> groups) {
        List<List<String>> rows = new ArrayList<>();
        for (GainGroup group : groups) {
            for (Gained gain : group.rows()) {
                rows.add(List.of(
                        group.id(),
                        gain.name(),
                        gain.row().model().value(),
                        gain.row().chip().value(),
                        Integer.toString(gain.row().chips()),
                        Numbers.exact(gain.measured()),
                        exact(gain.model()),
                        exact(gain.error()),
                        Boolean.toString(gain.row().fitted()),
                        gain.row().leftOut().orElse(""),
                        gain.source().map(Source::citation).orElse("")));
            }
        }
        List<String> head = List.of(
                "group",
                "measurement",
                "model",
                "chip",
                "chips",
                "measured",
                "ours",
                "error",
                "fitted",
                "left_out",
                "source");
        return new Grid(head, rows, Set.of()).csv();
    }

    /** The document {@code gains/v1}. */
    public static String json(List<GainGroup> groups) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringProperty("schema", "gains/v1");
            json.writeArrayPropertyStart("groups");
            for (GainGroup group : groups) {
                json.writeStartObject();
                json.writeStringProperty("group", group.id());
                Json.number(json, "mean_error", group.mean());
                Json.number(json, "bar", group.gains().bar().central());
                json.writeBooleanProperty("kept", group.kept());
                json.writeArrayPropertyStart("rows");
                for (Gained gain : group.rows()) {
                    json.writeStartObject();
                    json.writeStringProperty("measurement", gain.name());
                    Json.number(json, "measured", gain.measured());
                    gain.model().ifPresent(model -> Json.number(json, "ours", model));
                    gain.error().ifPresent(error -> Json.number(json, "error", error));
                    json.writeBooleanProperty("fitted", gain.row().fitted());
                    gain.row().leftOut().ifPresent(why -> json.writeStringProperty("left_out", why));
                    json.writeStringProperty(
                            "source", gain.source().map(Source::citation).orElse(""));
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
