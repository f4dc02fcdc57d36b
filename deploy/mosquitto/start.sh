#!/bin/sh
# Writes the one login of the broker, hashed, and becomes the broker. CONFIG and DATA are only ever set to try it elsewhere.
set -eu
config=${CONFIG:-/mosquitto/config/mosquitto.conf}
passwords=${DATA:-/mosquitto/data}/passwords
: "${MQTT_USERNAME:?}" "${MQTT_PASSWORD:?}"

umask 077
mosquitto_passwd -b -c "$passwords" "$MQTT_USERNAME" "$MQTT_PASSWORD"
# Started as root, mosquitto becomes this user before it reads the file.
if [ "$(id -u)" = 0 ]; then chown mosquitto "$passwords"; fi
exec mosquitto -c "$config"
