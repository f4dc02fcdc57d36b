/**
 * Speed and size, measured against what is asked, by a command that anyone can run.
 * It must not be used by anything else.
 */
@NullMarked
package io.homeiq.app.bench;

import org.jspecify.annotations.NullMarked;
