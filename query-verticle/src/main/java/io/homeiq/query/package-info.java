/**
 * The query service: answers plain-language requests about the home.
 * It must not know any other service, nor switch anything.
 */
@NullMarked
package io.homeiq.query;

import org.jspecify.annotations.NullMarked;
