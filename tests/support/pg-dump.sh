#!/bin/sh
# Stands in for a pg_dump of the server's own version: writes where it is told to.
for word in "$@"; do
  case "$word" in --file=*) echo "dump" > "${word#--file=}" ;; esac
done
