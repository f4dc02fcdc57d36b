/** Tests of the shared database and what they share: processes of our own to be killed, events, futures to wait for. */
@NullMarked
package io.homeiq.store;

import org.jspecify.annotations.NullMarked;
