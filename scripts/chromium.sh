#!/usr/bin/env bash
# Sees to it that the browser tests have a Chromium, where that costs nobody anything: the system's own if there is one, else from the
# system's packages when we may install them. Never fails: without a browser those tests skip and say so.
set -uo pipefail

for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null && exit 0
done
without() { echo "No Chromium ($1): the browser tests will be skipped." >&2; exit 0; }
command -v apt-get >/dev/null || without "none is installed and there is no apt-get"
[ "$(id -u)" = 0 ] || without "none is installed; as root, 'apt-get install chromium' brings one"

log=$(mktemp)
trap 'rm -f "$log"' EXIT
export DEBIAN_FRONTEND=noninteractive
{
    timeout 120 apt-get update -qq &&
        timeout 400 apt-get install -qq -y --no-install-recommends chromium fonts-dejavu-core
} </dev/null >"$log" 2>&1 || without "apt-get: $(tail -n 1 "$log")"
