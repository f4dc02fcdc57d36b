package io.homeiq.mining.memory;

/**
 * What both sides of the form agree on. It begins with {@link #NAME} and {@link #VERSION}, four bytes each, and ends with
 * the CRC-32C of all before it, four bytes too; the highest byte comes first. Between them stand
 *
 * <ul>
 *   <li>numbers of seven bits a byte, the lowest first, the eighth telling that more follow; those that may be negative
 *       fold their sign into the lowest bit;
 *   <li>floating numbers as the four bytes of IEEE 754;
 *   <li>texts as their place among those that stood before, from 2 on; 1 and the text itself, its length and then its
 *       UTF-16 units as numbers; or 0 for none.
 * </ul>
 */
final class MemoryFormat {

    /** "HIQM". */
    static final int NAME = 0x4849514D;

    /** To be raised with every change of what any class writes: an older file is then left alone. */
    static final int VERSION = 1;

    /** Of one text, in UTF-16 units: no id, state, account or event is longer. */
    static final int MAX_TEXT = 1 << 20;

    static final int BUFFER_BYTES = 16_384;

    static final int NO_TEXT = 0;
    static final int NEW_TEXT = 1;
    static final int FIRST_TEXT = 2;

    private MemoryFormat() {}
}
