package muster.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import muster.text.Harmless;

/**
 * What the program says. Whatever it quotes, of a file or of the command line, cannot steer the terminal that it is read on:
 * carriage returns, which the line of progress is made with, and tabs are all that passes.
 */
final class HarmlessPrinter extends PrintWriter {

    HarmlessPrinter(Writer out) {
        super(new Filter(out));
    }

    private static final class Filter extends FilterWriter {
        private static final String KEPT = "\n\r\t";

        Filter(Writer out) {
            super(out);
        }

        @Override
        public void write(int letter) throws IOException {
            write(String.valueOf((char) letter), 0, 1);
        }

        @Override
        public void write(char[] letters, int from, int length) throws IOException {
            write(new String(letters, from, length), 0, length);
        }

        @Override
        public void write(String text, int from, int length) throws IOException {
            out.write(Harmless.only(KEPT, text.substring(from, from + length)));
        }
    }
}
