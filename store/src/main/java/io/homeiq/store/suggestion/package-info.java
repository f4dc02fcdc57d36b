/**
 * Suggestions in every state of their life, and what was deployed of them. Owner: the automation service.
 * It must not know how a suggestion is made, or how it is deployed.
 */
@NullMarked
package io.homeiq.store.suggestion;

import org.jspecify.annotations.NullMarked;
