/** What every bus does, and what the tests of them share. */
@NullMarked
package io.homeiq.bus;

import org.jspecify.annotations.NullMarked;
