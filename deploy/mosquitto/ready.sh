#!/bin/sh
# Succeeds while the broker lets its login in and delivers.
set -eu
# shellcheck disable=SC2016 # the broker's own topics begin with a dollar
exec mosquitto_sub -h 127.0.0.1 -p "${PORT:-1883}" -u "$MQTT_USERNAME" -P "$MQTT_PASSWORD" \
  -t '$SYS/broker/uptime' -C 1 -W 3 >/dev/null
