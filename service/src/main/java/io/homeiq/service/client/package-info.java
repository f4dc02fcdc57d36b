/**
 * One service calling another over HTTP.
 * It must not know which services there are.
 */
@NullMarked
package io.homeiq.service.client;

import org.jspecify.annotations.NullMarked;
