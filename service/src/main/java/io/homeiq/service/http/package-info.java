/**
 * The HTTP side of a service: endpoints in, answers and problem documents out.
 * It must not know what any service does.
 */
@NullMarked
package io.homeiq.service.http;

import org.jspecify.annotations.NullMarked;
