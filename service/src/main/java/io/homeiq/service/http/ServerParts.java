package io.homeiq.service.http;

import io.homeiq.contracts.json.WireJson;
import io.homeiq.service.About;
import io.homeiq.service.health.Readiness;
import io.homeiq.service.metrics.Metrics;

/** What the server of a service is made of. */
public record ServerParts(About about, ServerSettings settings, WireJson json, Metrics metrics, Readiness readiness) {}
