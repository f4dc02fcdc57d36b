package io.homeiq.contracts.home;

/**
 * Names one entity of a home, as Home Assistant writes it: {@code light.hall}.
 *
 * @param value domain and object id, each of lower-case letters, digits and underscores, joined by one dot
 */
public record EntityId(String value) implements Comparable<EntityId> {

    public EntityId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("entityId must be domain.object_id, was: " + value);
        }
    }

    /** Whether the text can be an entity id; for readers that must skip a bad row rather than fail. */
    public static boolean isValid(String text) {
        int dot = text.indexOf('.');
        return dot > 0 && dot < text.length() - 1 && text.length() <= 255 && allNameCharacters(text, dot);
    }

    private static boolean allNameCharacters(String text, int dot) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean named = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_';
            if (!named && i != dot) {
                return false;
            }
        }
        return true;
    }

    /** What kind of thing it is, for example {@code light}. */
    public String domain() {
        return value.substring(0, value.indexOf('.'));
    }

    /** Its name within the domain, for example {@code hall}. */
    public String objectId() {
        return value.substring(value.indexOf('.') + 1);
    }

    @Override
    public int compareTo(EntityId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
