package io.homeiq.app.settings;

import java.net.URI;

/** Where Home Assistant is, and the token of an administrator of it. */
public record HomeAssistantLink(URI url, Secret token) {}
