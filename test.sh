#!/usr/bin/env bash
# Installs what the tests need and runs them all.
set -euo pipefail
cd "$(dirname "$0")"

if ! ldconfig -p 2>/dev/null | grep -q 'libsqlite3\.so\.0' && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  apt-get update -qq && apt-get install -y -qq libsqlite3-0
fi

exec dotnet test Workflows.sln -c Release --nologo "$@"
