#!/usr/bin/env bash
# healthcheck PORT PATH: succeeds when the host on this machine answers 200. Needs nothing but bash.
set -uo pipefail

port=${1:-7071}
path=${2:-/health/live}

exec 3<>"/dev/tcp/127.0.0.1/$port" || exit 1
printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$path" >&3
read -r -t 5 _ status _ <&3 || exit 1
[ "$status" = 200 ]
