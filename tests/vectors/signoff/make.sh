#!/bin/sh
# Makes the vectors of this folder anew: with openssl, ssh-keygen and python3, and with none of the project's code, so
# that a mistake of ours cannot agree with itself. Keys are made for the run and thrown away; only public halves stay.
#
#   make.sh            rewrites cases.jsonl, keys.jsonl, checklist.published, envelopes/ and trust/
#
# standards.json is written by hand: values printed in DSSE 1.0.2 (protocol.md, "Test Vectors") and RFC 8032 §7.1.
# Each line of cases.jsonl says in "how" what was done; row is the row of the table in signoff.md §8.
# Needs OpenSSL 3, OpenSSH 9, Python 3.9.
set -eu
cd "$(dirname "$0")"
keys=$(mktemp -d)
trap 'rm -rf "$keys"' EXIT

p256='alice alice2 bob dave erin frank grace mallory'
for name in $p256; do openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$keys/$name.pem"; done
openssl genpkey -algorithm ed25519 -out "$keys/carol.pem"

# Keys that no trust file may hold.
openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$keys/rsa.pem" 2>/dev/null
openssl genpkey -algorithm ed448 -out "$keys/ed448.pem"
openssl genpkey -algorithm x25519 -out "$keys/x25519.pem"
for curve in P-384 P-521 P-224 prime192v1 secp256k1; do
  openssl genpkey -algorithm EC -pkeyopt "ec_paramgen_curve:$curve" -out "$keys/$curve.pem"
done
openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -pkeyopt ec_param_enc:explicit -out "$keys/explicit.pem"

for key in "$keys"/*.pem; do openssl pkey -in "$key" -pubout -out "${key%.pem}.pub"; done
openssl ec -in "$keys/alice.pem" -pubout -conv_form compressed -out "$keys/compressed.pub" 2>/dev/null

# Fingerprints by OpenSSH: of P-256 from the PEM; ssh-keygen 9.2 does not convert one of Ed25519, so that one is its own.
for name in $p256; do ssh-keygen -i -m PKCS8 -f "$keys/$name.pub" > "$keys/$name.ssh"; done
ssh-keygen -q -t ed25519 -N '' -C 'ed25519@example.com' -f "$keys/ssh-ed25519"
ssh-keygen -q -t ecdsa -b 256 -N '' -C 'p256 with a comment' -f "$keys/ssh-p256"
ssh-keygen -q -t ecdsa -b 384 -N '' -C '' -f "$keys/ssh-p384"
ssh-keygen -q -t rsa -b 2048 -N '' -C '' -f "$keys/ssh-rsa"

PYTHONDONTWRITEBYTECODE=1 python3 cases.py "$keys"
