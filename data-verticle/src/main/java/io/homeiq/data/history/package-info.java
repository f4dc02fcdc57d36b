/**
 * The log of the home as the Data API keeps and serves it: one writer, some readers, pages and streams.
 * It must not know where events come from.
 */
@NullMarked
package io.homeiq.data.history;

import org.jspecify.annotations.NullMarked;
