package muster.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import muster.file.FileTrouble;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The path that an argument names; one that no file can have is refused in words. */
public final class PathConverter implements ITypeConverter<Path> {

    @Override
    public Path convert(String name) {
        try {
            return FileTrouble.path(name);
        } catch (IOException e) {
            throw new TypeConversionException("'%s': %s".formatted(name, FileTrouble.words(e)));
        }
    }
}
