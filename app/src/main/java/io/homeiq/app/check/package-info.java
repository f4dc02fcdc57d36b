/**
 * Looks over the automations of a home that lie in files: what they do to each other, and what of them a person should decide.
 * It must not change anything, nor know of services.
 */
@NullMarked
package io.homeiq.app.check;

import org.jspecify.annotations.NullMarked;
