/** Tests of the package of the same name. */
@NullMarked
package io.homeiq.contracts.event;

import org.jspecify.annotations.NullMarked;
