package io.homeiq.app.settings;

import picocli.CommandLine.IVersionProvider;

/** The version as the build wrote it into the program. */
public final class Version implements IVersionProvider {

    private static final String UNPACKED = "development";

    /** For example {@code 0.1.0}; "development" where it does not run from its jar. */
    public static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? UNPACKED : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"HomeIQ " + current()};
    }
}
