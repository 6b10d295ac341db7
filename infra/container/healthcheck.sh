#!/usr/bin/env bash
# healthcheck PORT PATH [SECONDS]: succeeds when the host on this machine answers 200 within that time (4 s). Needs nothing but bash.
set -uo pipefail

port=${1:-7071}
path=${2:-/health/live}
seconds=${3:-4}

exec 3<>"/dev/tcp/127.0.0.1/$port" || exit 1
printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$path" >&3
read -r -t "$seconds" _ status _ <&3 || exit 1
[ "$status" = 200 ]
