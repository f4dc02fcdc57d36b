/**
 * Settings that are changed while HomeIQ runs. It must not know what any of them means.
 */
@NullMarked
package io.homeiq.store.setting;

import org.jspecify.annotations.NullMarked;
