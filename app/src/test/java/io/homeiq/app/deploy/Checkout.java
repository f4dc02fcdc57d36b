package io.homeiq.app.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files beside the code, as the tests of them read them. */
public final class Checkout {

    private static final String MERGE = "<<";

    private Checkout() {}

    /** A file or folder of the checkout, wherever the tests run from. */
    public static Path file(String name) {
        Path folder = Path.of("").toAbsolutePath();
        return (Files.exists(folder.resolve("contracts")) ? folder : folder.getParent()).resolve(name);
    }

    /** The text of a file. */
    public static String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** A YAML file as a tree; what {@code <<} names is merged in. */
    public static JsonNode yaml(String name) {
        return new ObjectMapper()
                .valueToTree(merged(new Load(LoadSettings.builder().build()).loadFromString(text(name))));
    }

    private static Object merged(Object part) {
        if (part instanceof List<?> list) {
            return list.stream().map(Checkout::merged).collect(Collectors.toList());
        }
        if (!(part instanceof Map<?, ?> map)) {
            return part;
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        if (map.get(MERGE) instanceof Map<?, ?> base) {
            base.forEach((key, value) -> whole.put(String.valueOf(key), merged(value)));
        }
        map.forEach((key, value) -> {
            if (!key.equals(MERGE)) {
                whole.put(String.valueOf(key), merged(value));
            }
        });
        return whole;
    }
}
