/**
 * What was costly to count and can be counted again: a bounded memory over a file that may be lost at any time.
 * It must not know how a correlation is counted, or who asks for it.
 */
@NullMarked
package io.homeiq.store.cache;

import org.jspecify.annotations.NullMarked;
