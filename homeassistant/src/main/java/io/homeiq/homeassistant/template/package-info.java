/**
 * Home Assistant's templates, evaluated as Home Assistant does.
 * It must not know when and why a template is evaluated, nor what automations are.
 */
@NullMarked
package io.homeiq.homeassistant.template;

import org.jspecify.annotations.NullMarked;
