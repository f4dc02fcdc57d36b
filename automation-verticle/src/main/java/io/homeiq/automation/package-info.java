/**
 * The automation service: suggestions, approval, deployment to Home Assistant and rollback.
 * It is wiring alone and must not know any other service.
 */
@NullMarked
package io.homeiq.automation;

import org.jspecify.annotations.NullMarked;
