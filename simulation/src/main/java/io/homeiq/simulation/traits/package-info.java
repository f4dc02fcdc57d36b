/**
 * In what homes differ from each other: place, people, size, language, noise and what their logs leave out.
 * It must not know what people have the habit of doing, nor how anything is found.
 */
@NullMarked
package io.homeiq.simulation.traits;

import org.jspecify.annotations.NullMarked;
