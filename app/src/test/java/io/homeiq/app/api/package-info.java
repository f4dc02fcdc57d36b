/**
 * The HTTP API of all services, held against the OpenAPI documents that they serve.
 * It must not know how a service comes to its answers.
 */
@NullMarked
package io.homeiq.app.api;

import org.jspecify.annotations.NullMarked;
