package muster.document.yaml;

/**
 * One YAML document of a file.
 *
 * @param root its content
 * @param mended whether a line with a syntax error was left out, so that what is missing may have stood there
 */
public record Document(Mapping root, boolean mended) {}
