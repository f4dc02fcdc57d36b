/**
 * What every service has: the HTTP server, health, metrics, announcing and consuming of events, and the client for the other services.
 * It knows no single service and nothing of Home Assistant or mining.
 */
@NullMarked
package io.homeiq.service;

import org.jspecify.annotations.NullMarked;
