/**
 * Templates that are evaluated again whenever what they look at changes.
 * It must not know what a result leads to.
 */
@NullMarked
package io.homeiq.replay.watch;

import org.jspecify.annotations.NullMarked;
