#!/bin/sh
# npm test: from a fresh machine with Node and npm to one line that says what passed. Arguments go to test.ts.
set -eu
cd "$(dirname "$0")/.."

sh scripts/ensure-installed.sh
PATH="$PWD/node_modules/.bin:$PATH"
export PATH

wants_browser() {
  case " $* " in
    *" --only "*) case "$*" in *browser*) return 0 ;; *) return 1 ;; esac ;;
  esac
}

if wants_browser "$@"; then
  # Without a browser all other steps still run; the browser step then says what is missing.
  CHROMIUM_PATH=$(sh scripts/ensure-browser.sh) || CHROMIUM_PATH=
  export CHROMIUM_PATH
fi

exec node scripts/test.ts "$@" </dev/null
