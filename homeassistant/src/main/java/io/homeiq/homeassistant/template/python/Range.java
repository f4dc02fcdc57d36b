package io.homeiq.homeassistant.template.python;

import java.util.AbstractList;

/** Python's range, in the sandbox's bounds. */
public final class Range extends AbstractList<Object> {

    /** Home Assistant's sandbox allows no longer one. */
    public static final int MAX_LENGTH = 100_000;

    private final long start;
    private final long stop;
    private final long step;
    private final int size;

    /** @throws PythonError with a step of 0, or if it is too long */
    public Range(long start, long stop, long step) {
        if (step == 0) {
            throw PythonError.value("range() arg 3 must not be zero");
        }
        var span = Math.subtractExact(stop, start);
        var length = step > 0 ? Math.ceilDiv(span, step) : Math.ceilDiv(-span, -step);
        if (length > MAX_LENGTH) {
            throw PythonError.overflow("Range too big. The sandbox blocks ranges larger than " + MAX_LENGTH + ".");
        }
        this.start = start;
        this.stop = stop;
        this.step = step;
        this.size = (int) Math.max(0, length);
    }

    @Override
    public Object get(int index) {
        return start + index * step;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String toString() {
        return "range(" + start + ", " + stop + (step == 1 ? "" : ", " + step) + ")";
    }
}
