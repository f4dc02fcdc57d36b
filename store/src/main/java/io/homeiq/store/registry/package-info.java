/**
 * What Home Assistant last told of a home's parts, people and automations. Owner: the Data API.
 * It must not know how that is fetched.
 */
@NullMarked
package io.homeiq.store.registry;

import org.jspecify.annotations.NullMarked;
