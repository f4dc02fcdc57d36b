/**
 * What people asked in plain language, what is still being clarified, and their own names for things.
 * It must not know what the words mean.
 */
@NullMarked
package io.homeiq.store.query;

import org.jspecify.annotations.NullMarked;
