package io.homeiq.service.openapi;

import io.homeiq.service.About;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * What a service answers, as an OpenAPI 3.1 document that stands alone. It comes from {@code openapi/<service>.yaml} and {@code openapi/common.yaml}
 * of the class path, and from the schemas of the contracts where these refer to them. Put together when it is first asked for; safe to share
 * between threads.
 */
public final class OpenApi {

    /** The content type of the document. */
    public static final String MEDIA_TYPE = "application/yaml";

    private static final String COMMON = "/openapi/common.yaml";
    private static final String PATHS = "paths";
    private static final String TAGS = "tags";
    private static final String COMPONENTS = "components";
    private static final int LINE_WIDTH = 120;

    private final Vertx vertx;
    private final About about;
    private final String resource;
    private final AtomicReference<@Nullable String> made = new AtomicReference<>();

    public OpenApi(Vertx vertx, About about) {
        this.vertx = vertx;
        this.about = about;
        this.resource = "/openapi/" + about.name() + ".yaml";
    }

    /** Whether the service describes itself at all. */
    public boolean exists() {
        return OpenApi.class.getResource(resource) != null;
    }

    /** The document in YAML. Making it takes some tenths of a second, so that is done off the event loop. */
    public Future<String> text() {
        String known = made.get();
        return known != null
                ? Future.succeededFuture(known)
                : vertx.executeBlocking(() -> write(document()), false)
                        .map(Objects::requireNonNull)
                        .onSuccess(made::set);
    }

    private Map<String, @Nullable Object> document() {
        Map<String, @Nullable Object> common = Tree.read(COMMON);
        Map<String, @Nullable Object> own = Tree.read(resource);
        Map<String, @Nullable Object> ownPaths = Tree.object(own.get(PATHS));
        SharedParts shared = new SharedParts(common, ownPaths.keySet());
        Map<String, @Nullable Object> document = Tree.merge(common, own);
        document.keySet().removeIf(SharedParts::isOne);
        document.put("info", Tree.merge(document.get("info"), Map.of("version", about.version())));
        List<@Nullable Object> tags = Tree.list(own.get(TAGS));
        tags.addAll(Tree.list(common.get(TAGS)));
        document.put(TAGS, tags);
        document.put(PATHS, shared.addTo(Tree.merge(ownPaths, common.get(PATHS))));
        ContractSchemas schemas = new ContractSchemas();
        Map<String, @Nullable Object> whole = Tree.object(schemas.resolve(document));
        whole.put(
                COMPONENTS,
                Tree.merge(whole.get(COMPONENTS), new LinkedHashMap<>(Map.of("schemas", schemas.components()))));
        return whole;
    }

    private static String write(Map<String, @Nullable Object> document) {
        return new Dump(DumpSettings.builder()
                        .setDefaultFlowStyle(FlowStyle.BLOCK)
                        .setWidth(LINE_WIDTH)
                        .build())
                .dumpToString(document);
    }
}
