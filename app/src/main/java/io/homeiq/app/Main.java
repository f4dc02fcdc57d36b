package io.homeiq.app;

/** The entry point of the {@code homeiq} command; it prints its version and how to use it. */
public final class Main {

    private Main() {}

    /** Prints the version and the usage to standard output. */
    public static void main(String[] args) {
        String version = Main.class.getPackage().getImplementationVersion();
        System.out.println("homeiq " + (version == null ? "development" : version));
        System.out.println("usage: homeiq help");
    }
}
