package io.homeiq.bus.mqtt;

/**
 * Who we are to the broker. The password is in no text form of this record.
 *
 * @param username not empty
 */
public record Credentials(String username, String password) {

    public Credentials {
        if (username.isEmpty()) {
            throw new IllegalArgumentException("username must not be empty when a password is given");
        }
    }

    @Override
    public String toString() {
        return "Credentials[username=" + username + "]";
    }
}
