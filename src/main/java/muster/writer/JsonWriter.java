package muster.writer;

import java.io.StringWriter;
import muster.text.Harmless;
import muster.view.Data;
import muster.view.View;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Values for a program: indented JSON. */
public final class JsonWriter implements ViewWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    @Override
    public String write(View view) {
        return of(view.data());
    }

    /** Values as a text. */
    public static String of(Data data) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(new Indented(), text)) {
            write(generator, data);
        }
        // JSON need not escape them, and a terminal obeys some.
        return Harmless.only("\n", text.append('\n').toString());
    }

    private static void write(JsonGenerator json, Data data) {
        if (data instanceof Data.Tree tree) {
            json.writeStartObject();
            tree.fields().forEach((name, value) -> {
                json.writeName(name);
                write(json, value);
            });
            json.writeEndObject();
        } else if (data instanceof Data.Array array) {
            json.writeStartArray();
            array.items().forEach(item -> write(json, item));
            json.writeEndArray();
        } else if (data instanceof Data.TextValue text) {
            json.writeString(text.text());
        } else if (data instanceof Data.Digits number) {
            json.writeNumber(number.digits());
        } else if (data instanceof Data.Flag flag) {
            json.writeBoolean(flag.set());
        } else {
            json.writeNull();
        }
    }

    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            Separators separators =
                    Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
            printer.indentObjectsWith(indenter);
            printer.indentArraysWith(indenter);
            return printer;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
