#!/bin/sh
# Installs the packages when they are missing or not those of package-lock.json, and checks that Node 26 came with them.
set -eu
cd "$(dirname "$0")/.."

fail() {
  echo "$1" >&2
  exit 1
}

command -v node >/dev/null || fail "Node is missing: install Node 20 or newer with npm, then try again."

if ! node scripts/is-installed.mjs; then
  command -v npm >/dev/null || fail "npm is missing: install Node 20 or newer with npm, then try again."
  mkdir -p node_modules 2>/dev/null && [ -w node_modules ] ||
    fail "The packages must be installed, but $PWD/node_modules cannot be written: start once as its owner."
  echo "Installing the packages, about a minute ..." >&2
  said=.tandem-install.log
  # Whatever npm was told to leave out by its environment: the faces are built with development packages.
  if ! npm ci --include=dev --include=optional --no-audit --no-fund --loglevel=error >"$said" 2>&1; then
    reason=$(grep -v '^npm error A complete log' "$said" | grep -m 1 'npm error [^c]' || tail -n 1 "$said")
    rm -f "$said"
    fail "The packages could not be installed ($reason): check the network, then try again or run npm ci to see more."
  fi
  rm -f "$said"
fi

[ "$(node_modules/.bin/node -p 'process.versions.node.split(".")[0] >= 26' 2>/dev/null)" = true ] ||
  fail "Node 26 for $(uname -sm) did not come with the packages: run npm ci --include=optional (Linux with glibc or macOS, x64 or arm64)."
