#!/usr/bin/env bash
# Installs the Debian packages that duizhao is built with and that are missing. Needs root or sudo only if
# there are any.
#
# usage: bash examples/install-packages.sh [tests] [browser]
set -euo pipefail

packages=(
  g++ cmake ninja-build pkg-config gettext
  libicu-dev libutf8proc-dev libboost-locale-dev
  libcli11-dev libcsv-dev libexpat1-dev libfmt-dev libgumbo-dev libmarisa-dev libmd4c-dev libmd4c-html0-dev libpugixml-dev libstemmer-dev libxxhash-dev libzip-dev
  nlohmann-json3-dev
)
for group in "$@"; do
  case $group in
    tests)
      packages+=(catch2 ccache clang-14 doxygen libclang-rt-14-dev libnlopt-cxx-dev valgrind)
      ;;
    browser)
      packages+=(chromium)
      command -v npm >/dev/null || packages+=(nodejs npm)
      ;;
    *)
      echo "no such group of packages: $group" >&2
      exit 2
      ;;
  esac
done

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed' ||
    missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then exit 0; fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
echo "Installing ${missing[*]}"
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
