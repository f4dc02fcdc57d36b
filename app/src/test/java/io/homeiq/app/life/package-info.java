/**
 * The whole life of one suggestion with real parts: from a seeded history to an automation in a real Home Assistant, what people make of it, and back.
 * It knows the product only from outside: its settings, its HTTP and its bus.
 */
@NullMarked
package io.homeiq.app.life;

import org.jspecify.annotations.NullMarked;
