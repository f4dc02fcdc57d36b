package io.homeiq.service.http;

/** Endpoints that belong together, such as those of the suggestions. */
@FunctionalInterface
public interface Routes {

    /** Called once before the server listens. */
    void addTo(Api api);
}
