package io.homeiq.replay.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a run. A value goes to the nearest scope that has the name, else to the outermost; what one branch of
 * {@code parallel} waited for ({@code wait}) is not seen by the others.
 */
public final class Variables {

    /** The next outer scope that can hold variables; null for the outermost. */
    private final @Nullable Variables parent;

    private final @Nullable Variables previous;
    private final @Nullable Map<String, @Nullable Object> branch;
    private @Nullable Map<String, @Nullable Object> local;
    /** Inner ones last. */
    private List<Map<String, @Nullable Object>> visible;

    private Variables(
            @Nullable Variables previous,
            @Nullable Map<String, @Nullable Object> branch,
            @Nullable Map<String, @Nullable Object> local,
            List<Map<String, @Nullable Object>> visible) {
        this.previous = previous;
        this.parent = previous == null || previous.holds() ? previous : previous.parent;
        this.branch = branch;
        this.local = local;
        this.visible = visible;
    }

    /** The outermost scope, with a copy of the given variables. */
    public static Variables of(Map<String, @Nullable Object> given) {
        Map<String, @Nullable Object> local = new LinkedHashMap<>(given);
        return new Variables(null, null, local, List.of(local));
    }

    private boolean holds() {
        return local != null || branch != null;
    }

    public Variables inner() {
        return new Variables(this, null, null, visible);
    }

    /** The scope of one branch of {@code parallel}. */
    public Variables innerBranch() {
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        return new Variables(this, own, null, with(own));
    }

    /** The scope in which this one was opened. */
    public Variables outer() {
        return previous == null ? this : previous;
    }

    public void put(String name, @Nullable Object value) {
        assign(name, value, false);
    }

    /** A value that other branches do not see. */
    public void putForBranch(String name, @Nullable Object value) {
        assign(name, value, true);
    }

    private void assign(String name, @Nullable Object value, boolean forBranch) {
        if (local != null && (parent == null || local.containsKey(name))) {
            local.put(name, value);
            return;
        }
        if (branch != null) {
            if (forBranch) {
                branch.put(name, value);
                return;
            }
            branch.remove(name);
        }
        if (parent != null) {
            parent.assign(name, value, forBranch);
        }
    }

    /** A value of this scope only. */
    public void define(String name, @Nullable Object value) {
        Map<String, @Nullable Object> own = local;
        if (own == null) {
            own = new LinkedHashMap<>();
            local = own;
            visible = with(own);
        }
        own.put(name, value);
    }

    private List<Map<String, @Nullable Object>> with(Map<String, @Nullable Object> inner) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>(visible);
        all.add(inner);
        return all;
    }

    public @Nullable Object get(String name) {
        for (int i = visible.size() - 1; i >= 0; i--) {
            if (visible.get(i).containsKey(name)) {
                return visible.get(i).get(name);
            }
        }
        return null;
    }

    public boolean has(String name) {
        return visible.stream().anyMatch(scope -> scope.containsKey(name));
    }

    /** All that can be seen, inner ones before outer ones of the same name. */
    public Map<String, @Nullable Object> all() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        visible.forEach(all::putAll);
        return all;
    }
}
