/**
 * The functions, filters and tests of Home Assistant's templates, and what they see of the home.
 * It must not know how a template is read, nor when and why it is evaluated.
 */
@NullMarked
package io.homeiq.homeassistant.template.function;

import org.jspecify.annotations.NullMarked;
