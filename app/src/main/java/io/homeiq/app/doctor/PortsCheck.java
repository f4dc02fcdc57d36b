package io.homeiq.app.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.app.settings.Role;
import io.homeiq.app.settings.Settings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether each port on this machine is free, or taken by the service that it is for. */
final class PortsCheck implements Check {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int UNAUTHORIZED = 401;
    private static final Set<String> ANY_ADDRESS = Set.of("0.0.0.0", "::");

    private final Settings settings;

    PortsCheck(Settings settings) {
        this.settings = settings;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            for (Role role : Role.values()) {
                findings.add(look(http, role, settings.ports().getOrDefault(role, role.defaultPort())));
            }
        }
        return findings;
    }

    private Finding look(HttpClient http, Role role, int port) {
        String name = "port " + port;
        if (port == 0) {
            return Finding.good(name, "the " + role.wireName() + " service takes any free one");
        }
        try {
            HttpResponse<String> answer = http.send(request(port), BodyHandlers.ofString());
            return serviceOf(answer.body()).equals(role.wireName())
                    ? Finding.good(name, "the " + role.wireName() + " service runs")
                    : answer.statusCode() == UNAUTHORIZED
                            ? Finding.mend(
                                    name,
                                    "something answers that wants another key",
                                    "set HOMEIQ_API_KEY as for the running services")
                            : taken(name, role);
        } catch (ConnectException e) {
            return Finding.good(name, "free for the " + role.wireName() + " service");
        } catch (IOException e) {
            return taken(name, role);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return taken(name, role);
        }
    }

    private static Finding taken(String name, Role role) {
        return Finding.mend(
                name,
                "something else uses the port of the " + role.wireName() + " service",
                "end it, or set HOMEIQ_" + role.name() + "_PORT to another one");
    }

    private HttpRequest request(int port) {
        String host = ANY_ADDRESS.contains(settings.bind()) ? "127.0.0.1" : settings.bind();
        String address = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + address + ":" + port + "/"))
                .timeout(PATIENCE);
        return settings.apiKey() == null
                ? request.build()
                : request.header("X-API-Key", settings.apiKey().reveal()).build();
    }

    private static String serviceOf(String body) {
        try {
            return new ObjectMapper().readTree(body).path("service").asText();
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
