package io.homeiq.service.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the common document says of operations that it does not know: {@code x-every-operation} holds for all of them, {@code x-every-body} for those
 * with a body, {@code x-every-locked-operation} for those that want the key, {@code x-every-own-operation} for those that only this service has,
 * and {@code x-every-answer} for each answer. What an operation says itself counts more.
 */
final class SharedParts {

    private static final String EVERY_OPERATION = "x-every-operation";
    private static final String EVERY_BODY = "x-every-body";
    private static final String EVERY_LOCKED_OPERATION = "x-every-locked-operation";
    private static final String EVERY_OWN_OPERATION = "x-every-own-operation";
    private static final String EVERY_ANSWER = "x-every-answer";
    private static final String ANSWERS = "responses";
    private static final String PARAMETERS = "parameters";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    private final Map<String, @Nullable Object> common;
    private final Set<String> ownPaths;

    SharedParts(Map<String, @Nullable Object> common, Set<String> ownPaths) {
        this.common = common;
        this.ownPaths = Set.copyOf(ownPaths);
    }

    /** Whether a key of the common document is one of these, which are no part of the result. */
    static boolean isOne(String key) {
        return List.of(EVERY_OPERATION, EVERY_BODY, EVERY_LOCKED_OPERATION, EVERY_OWN_OPERATION, EVERY_ANSWER)
                .contains(key);
    }

    /** The paths with everything that holds for them. */
    Map<String, @Nullable Object> addTo(Map<String, @Nullable Object> paths) {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        paths.forEach((path, item) -> {
            Map<String, @Nullable Object> operations = Tree.object(item);
            operations.replaceAll((key, value) ->
                    METHODS.contains(key) ? operation(Tree.object(value), ownPaths.contains(path)) : value);
            whole.put(path, operations);
        });
        return whole;
    }

    private Map<String, @Nullable Object> operation(Map<String, @Nullable Object> said, boolean isOwn) {
        Map<String, @Nullable Object> whole = withParts(said, EVERY_OPERATION);
        if (said.containsKey("requestBody")) {
            whole = withParts(whole, EVERY_BODY);
        }
        if (!List.of().equals(said.get("security"))) {
            whole = withParts(whole, EVERY_LOCKED_OPERATION);
        }
        if (isOwn) {
            whole = withParts(whole, EVERY_OWN_OPERATION);
        }
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        Tree.object(whole.get(ANSWERS)).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(answer -> answers.put(answer.getKey(), answer(answer.getValue())));
        whole.put(ANSWERS, answers);
        return whole;
    }

    private Map<String, @Nullable Object> withParts(Map<String, @Nullable Object> said, String key) {
        Map<String, @Nullable Object> shared = Tree.object(common.get(key));
        List<@Nullable Object> parameters = Tree.list(said.get(PARAMETERS));
        parameters.addAll(Tree.list(shared.get(PARAMETERS)));
        Map<String, @Nullable Object> whole = Tree.object(said);
        if (!parameters.isEmpty()) {
            whole.put(PARAMETERS, parameters);
        }
        Map<String, @Nullable Object> answers = Tree.object(shared.get(ANSWERS));
        answers.putAll(Tree.object(said.get(ANSWERS)));
        whole.put(ANSWERS, answers);
        return whole;
    }

    private Map<String, @Nullable Object> answer(@Nullable Object said) {
        Map<String, @Nullable Object> answer = Tree.object(said);
        return answer.containsKey("$ref") ? answer : Tree.merge(common.get(EVERY_ANSWER), answer);
    }
}
