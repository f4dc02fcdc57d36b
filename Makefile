# Short names for what people do often. Every target is one command that also works without make.
JDK = $(shell .mvn/jdk)
ONLY = $(if $(MODULE),-pl $(MODULE),)

.PHONY: help build test verify format check-format run clean

help:            ## this list
	@sed -n 's/^\([a-z-]*:\)  *## /\1 /p' $(MAKEFILE_LIST)

build:           ## everything, without tests; MODULE=mining for one module
	mvn -q -DskipTests install $(ONLY)

test:            ## fast tests; MODULE=mining for one module
	mvn test $(ONLY)

verify:          ## all tests, also those with a broker and a Home Assistant
	mvn verify $(ONLY)

format:          ## write the sources in the one format
	JAVA_HOME=$(JDK) mvn -q spotless:apply $(ONLY)

check-format:    ## tell which sources are not in it
	JAVA_HOME=$(JDK) mvn -q spotless:check $(ONLY)

run:             ## HomeIQ in one process
	./homeiq run

clean:           ## forget everything that was built
	mvn -q clean
