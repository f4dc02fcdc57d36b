/**
 * The append-only log of what happened in one home: one writer, a sequence number for every event, many readers.
 * It must not know where events come from, what they mean, or Vert.x: it blocks, and the caller provides the thread.
 */
@NullMarked
package io.homeiq.store.history;

import org.jspecify.annotations.NullMarked;
