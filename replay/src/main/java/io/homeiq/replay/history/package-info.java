/**
 * The history of a real home as what happens around a replayed automation, and what people did beside it.
 * It must not know where the history lies, nor how one tells what people did.
 */
@NullMarked
package io.homeiq.replay.history;

import org.jspecify.annotations.NullMarked;
