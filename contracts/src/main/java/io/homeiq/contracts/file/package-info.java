/**
 * The files that an offline analysis writes, field by field, as other people's tools read them.
 * It must not know where they are put or how they are rendered.
 */
@NullMarked
package io.homeiq.contracts.file;

import org.jspecify.annotations.NullMarked;
