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
exec node "$main" "$@"
