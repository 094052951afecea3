#!/usr/bin/env bash
# The pinned uv. It does not read pip's settings, so where pip has been pointed at a mirror, uv is pointed there too.
set -euo pipefail

tools=.bootstrap/bin
index=${UV_DEFAULT_INDEX:-${PIP_INDEX_URL:-$("$tools/python" -m pip config get global.index-url 2>/dev/null || true)}}
if [ -n "$index" ]; then export UV_DEFAULT_INDEX="$index"; fi
exec "$tools/uv" "$@"
