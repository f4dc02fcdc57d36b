/**
 * The language of the home: what a plain sentence means for the things, areas and names that this home has.
 * It must not know a clock, HTTP, JSON, SQL or any framework: the same words and the same home always mean the same.
 */
@NullMarked
package io.homeiq.query.language;

import org.jspecify.annotations.NullMarked;
