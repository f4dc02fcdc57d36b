/**
 * What a healthy HomeIQ needs around it, each looked at by a small check that says what to do.
 * It must not change anything: no database is migrated, no automation is written.
 */
@NullMarked
package io.homeiq.app.doctor;

import org.jspecify.annotations.NullMarked;
