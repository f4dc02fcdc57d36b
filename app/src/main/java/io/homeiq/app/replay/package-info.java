/**
 * Replays an automation over files of history, and cases of others.
 * It must not know how an automation is replayed.
 */
@NullMarked
package io.homeiq.app.replay;

import org.jspecify.annotations.NullMarked;
