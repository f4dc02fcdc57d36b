/**
 * The patterns found so far, how each changed over time, and what people said of them. Owner: the pattern service.
 * It must not know how patterns are found, or what becomes of them.
 */
@NullMarked
package io.homeiq.store.pattern;

import org.jspecify.annotations.NullMarked;
