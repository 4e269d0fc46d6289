#!/bin/sh
# npm run simulate -- [--seed N] [--seeds N] [--operations N] [--json]
set -eu
cd "$(dirname "$0")/.."
sh scripts/ensure-installed.sh >&2
PATH="$PWD/node_modules/.bin:$PATH"
export PATH
exec node simulation/main.ts "$@"
