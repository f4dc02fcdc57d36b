/**
 * The description of a service in OpenAPI: what all services share, what one says of itself, and the schemas of the contracts, as one document.
 * It must not know what any service does.
 */
@NullMarked
package io.homeiq.service.openapi;

import org.jspecify.annotations.NullMarked;
