#!/bin/sh
# Prints the path of a Chromium, after installing one where that is allowed; everything else it says goes to stderr.
set -eu

find_browser() {
  if [ -n "${CHROMIUM_PATH:-}" ] && [ -x "$CHROMIUM_PATH" ]; then
    echo "$CHROMIUM_PATH"
    return 0
  fi
  for name in chromium-headless-shell chromium chromium-browser google-chrome-stable google-chrome; do
    if command -v "$name"; then return 0; fi
  done
  return 1
}

if find_browser; then exit 0; fi

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing Chromium and a font with Chinese characters for the browser tests ..." >&2
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq >&2
  # Where there is no Chromium without windows, the whole one does.
  apt-get install -y -qq --no-install-recommends chromium-headless-shell fonts-noto-cjk >&2 ||
    apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk >&2
  if find_browser; then exit 0; fi
fi

echo "The browser tests need Chromium. Install it (Debian: sudo apt-get install chromium-headless-shell fonts-noto-cjk)" >&2
echo "or name one: CHROMIUM_PATH=/path/to/chromium npm test. Without one: npm test -- --only unit,database" >&2
exit 1
