@NullMarked
package io.homeiq.bus.mqtt;

import org.jspecify.annotations.NullMarked;
