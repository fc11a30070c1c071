#!/bin/sh
# No core dumps: what a crashed process leaves on disk would hold words that the vault keeps encrypted. Every process of
# Relais inherits this, and none can lift it again.
ulimit -c 0
# /usr/bin/relais is a link to this file: the program stands beside the file itself.
exec "$(dirname -- "$(readlink -f -- "$0")")/relais.bin" "$@"
