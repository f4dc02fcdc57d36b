/**
 * Sample homes as folders of files, in the shapes that every command reads.
 * It must not know how habits are found in them.
 */
@NullMarked
package io.homeiq.app.simulate;

import org.jspecify.annotations.NullMarked;
