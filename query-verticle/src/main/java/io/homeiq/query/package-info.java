/**
 * The query service: answers plain-language requests about the home.
 * It is wiring alone and must not know any other service.
 */
@NullMarked
package io.homeiq.query;

import org.jspecify.annotations.NullMarked;
