/**
 * Histories that people bring as files: taken in, read, and reported on.
 * It must not know what a file's format looks like.
 */
@NullMarked
package io.homeiq.data.imports;

import org.jspecify.annotations.NullMarked;
