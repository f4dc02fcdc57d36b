@NullMarked
package io.homeiq.mining.trial;

import org.jspecify.annotations.NullMarked;
