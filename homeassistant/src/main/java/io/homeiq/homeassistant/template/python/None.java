package io.homeiq.homeassistant.template.python;

/** Python's {@code None}. A value of its own, so that no Java {@code null} moves between the operations. */
public enum None {
    NONE
}
