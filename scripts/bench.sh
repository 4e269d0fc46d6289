#!/bin/sh
# npm run bench -- <name> [--json]
set -eu
cd "$(dirname "$0")/.."
sh scripts/ensure-installed.sh >&2
PATH="$PWD/node_modules/.bin:$PATH"
export PATH
node scripts/build-faces.ts >&2
exec node bench/run.ts "$@"
