/**
 * The language Jinja: from a text to statements and expressions, and what they give.
 * It must not know what functions, filters and tests there are, nor Home Assistant.
 */
@NullMarked
package io.homeiq.homeassistant.template.jinja;

import org.jspecify.annotations.NullMarked;
