/**
 * The meaning that all parts of HomeIQ share: homes, rules, patterns, suggestions and the events that announce them.
 * It must not know any framework, database, clock or transport; only {@code contracts.json} knows JSON.
 */
@NullMarked
package io.homeiq.contracts;

import org.jspecify.annotations.NullMarked;
