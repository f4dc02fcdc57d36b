/**
 * What every service has: HTTP server, health, metrics, problem documents and the client for the other services.
 * It knows no single service and nothing of Home Assistant or mining.
 */
@NullMarked
package io.homeiq.service;

import org.jspecify.annotations.NullMarked;
