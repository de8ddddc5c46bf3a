#!/bin/sh
# Trains the heads that find acts in the accurate encoder's vectors: see README.md beside this file.
set -eu
cd "$(dirname "$0")/../.."
python=build/accurate/venv/bin/python
if [ ! -x "$python" ]; then
  python3 -m venv build/accurate/venv
  build/accurate/venv/bin/pip install -q -r training/accurate/requirements.txt
fi
npx jiti training/acts/write-lessons.ts training/acts build/acts/lessons.ndjson test/gold/held \
  $(ls -d ../shared/gold/single 2>/dev/null)
"$python" training/acts/train.py --lessons build/acts/lessons.ndjson
