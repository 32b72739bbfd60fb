#!/bin/sh
# Draws the icons in assets/icons anew from their two SVG sources: assets/skript/ikoner.sh (needs ui/node_modules and ImageMagick).
# The result is committed, so nobody needs this to build.
set -eu
cd "$(dirname "$0")/../.."
icons=$PWD/assets/icons
draft=$(mktemp -d)
trap 'rm -rf "$draft"' EXIT
cd ui
npx tauri icon "$icons/ikon.svg" --output "$draft/all"
npx tauri icon "$icons/ikon.svg" --output "$draft/stor" --png 32,48,64,128,256,512
npx tauri icon "$icons/ikon-liten.svg" --output "$draft/liten" --png 16,24
cd "$draft"
for size in 16 24; do cp "liten/${size}x$size.png" "$icons/$size.png"; done
for size in 32 48 64 128 256 512; do cp "stor/${size}x$size.png" "$icons/$size.png"; done
cp all/icon.icns "$icons/ikon.icns"
convert "$icons"/16.png "$icons"/24.png "$icons"/32.png "$icons"/48.png "$icons"/64.png "$icons"/256.png "$icons/ikon.ico"
