package io.homeiq.app.doctor;

import java.util.List;

/** Looks at one thing that HomeIQ needs. It takes some seconds at most, changes nothing, and never throws for what it finds. */
@FunctionalInterface
public interface Check {

    /** One finding or more, in the order in which people should mend them. */
    List<Finding> findings();
}
