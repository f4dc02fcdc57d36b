@NullMarked
package io.homeiq.mining.repair;

import org.jspecify.annotations.NullMarked;
