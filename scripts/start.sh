#!/bin/sh
# npm start: from a fresh checkout to a running Tandem.
set -eu
cd "$(dirname "$0")/.."

sh scripts/ensure-installed.sh
PATH="$PWD/node_modules/.bin:$PATH"
export PATH

# Sources are translated once, not at every start.
NODE_COMPILE_CACHE="$PWD/node_modules/.cache/compiled"
export NODE_COMPILE_CACHE

node scripts/build-faces.ts
# In place of this shell, so that signals reach the server itself. A small young generation keeps the server's memory
# below 250 MB under load, which costs it next to nothing.
exec node --max-semi-space-size=8 --max-old-space-size=256 apps/server/src/main.ts
