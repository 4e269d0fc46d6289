#!/bin/sh
# npm run tandem -- <command>: the command line.
set -eu
# Files named on the command line are meant from where the caller stands.
here=$(pwd)
cd "$(dirname "$0")/.."
sh scripts/ensure-installed.sh
PATH="$PWD/node_modules/.bin:$PATH"
export PATH
main=$PWD/apps/server/src/cli/main.ts
cd "${INIT_CWD:-$here}"
# Imports and exports are streams: more memory than this would only be garbage that is not collected yet.
exec node --max-semi-space-size=8 --max-old-space-size=192 "$main" "$@"
