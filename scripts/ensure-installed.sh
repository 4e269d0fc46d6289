#!/bin/sh
# Installs the packages when they are missing or not those of package-lock.json, and checks that Node 26 came with them.
set -eu
cd "$(dirname "$0")/.."

fail() {
  echo "$1" >&2
  exit 1
}

command -v node >/dev/null && command -v npm >/dev/null ||
  fail "Node or npm is missing: install Node 20 or newer with npm, then try again."

marker=node_modules/.tandem-installed
wanted=$(cksum <package-lock.json)
said=.tandem-install.log

is_installed() {
  [ -f "$marker" ] && [ "$(cat "$marker")" = "$wanted" ] || node scripts/is-installed.mjs
}

# Whatever npm was told to leave out by its environment: the faces are built with development packages.
run_npm() {
  npm "$@" --include=dev --include=optional --no-audit --no-fund --loglevel=error >"$said" 2>&1
}

# A registry that lacks packages of other platforms makes `npm ci` refuse a good lock file, before it touches anything;
# `npm install --no-save` then takes the same locked versions and writes no file of ours.
install() {
  run_npm ci && return 0
  grep -q 'npm error code EUSAGE' "$said" && run_npm install --no-save
}

if ! is_installed; then
  mkdir -p node_modules 2>/dev/null && [ -w node_modules ] ||
    fail "The packages must be installed, but $PWD/node_modules cannot be written: start once as its owner."
  echo "Installing the packages, about a minute ..." >&2
  if ! install; then
    reason=$(grep -m 1 -E '^npm error [^c]' "$said" || tail -n 1 "$said")
    rm -f "$said"
    fail "The packages could not be installed ($reason): check the network, then try again or run npm ci to see more."
  fi
  rm -f "$said"
  echo "$wanted" >"$marker"
fi

[ "$(node_modules/.bin/node -p 'process.versions.node.split(".")[0] >= 26' 2>/dev/null)" = true ] ||
  fail "Node 26 for $(uname -sm) did not come with the packages: run npm install --no-save --include=optional (Linux with glibc or macOS, x64 or arm64)."
