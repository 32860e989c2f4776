"""Every vector: one block for each row of the table in signoff.md §8, in its order. Called by make.sh."""
import hashlib
import hmac

from workshop import *

case('', 'good', 'signed by alice and bob', envelope(GOOD, BY_ALICE, BY_BOB), 'accepted', signers=[ALICE, BOB])
case('', 'good-ed25519', 'signed by carol with Ed25519 and by bob', signed(GOOD, 'carol', 'bob'), 'accepted',
     signers=[BOB, 'carol@example.com'])
case('', 'good-three', 'signed by alice, bob and carol', signed(GOOD, 'alice', 'bob', 'carol'), 'accepted',
     signers=[ALICE, BOB, 'carol@example.com'])
case('', 'good-by-digest', 'the checklist given by its digest', envelope(GOOD, BY_ALICE, BY_BOB), 'accepted',
     options={'checklist': f'sha256:{sha256(CHECKLIST_BYTES)}'}, signers=[ALICE, BOB])

row = 'payload changed, or re-serialised'
case(row, 'payload-changed', 'one digit of the payload changed after signing',
     envelope(GOOD.replace(b'2.4.0"', b'2.4.1"', 1), BY_ALICE, BY_BOB), 'refused', ['no-valid-signature', 'role-missing'],
     ignored=['signature-unknown', 'signature-unknown'])
case(row, 'payload-reserialised', 'the same JSON with other white space',
     envelope(json.dumps(STATEMENT, indent=2).encode(), BY_ALICE, BY_BOB), 'refused', ['no-valid-signature'])
case(row, 'payload-line-feed', 'a line feed added to the payload', envelope(GOOD + b'\n', BY_ALICE, BY_BOB), 'refused',
     ['no-valid-signature'])

row = 'signature stripped'
case(row, 'stripped-policy', "bob's signature taken out", envelope(GOOD, BY_ALICE), 'refused', ['role-missing'],
     signers=[ALICE])
case(row, 'stripped-statement', "bob's signature taken out, and a trust file that asks for sre only",
     envelope(GOOD, BY_ALICE), 'refused', ['signoff-missing'], trust='low', signers=[ALICE])
case(row, 'stripped-all', 'no signature at all', envelope(GOOD), 'refused', ['signature-count'])

row = 'one signer counted twice'
TWO_SRE = place(TRUST, ('policy', 'require'), [{'role': 'sre', 'count': 2}])
write_trust('two-sre', TWO_SRE)
r, s = split(sign('alice', GOOD))
low, high = sequence(integer(r), integer(min(s, N - s))), sequence(integer(r), integer(max(s, N - s)))
assert openssl_accepts('alice', GOOD, low) and openssl_accepts('alice', GOOD, high)
for name, how, second in [
    ('twice-same', 'the same signature twice', BY_ALICE),
    ('twice-again', 'a second signature with the same key', entry('alice', sign('alice', GOOD))),
    ('twice-two-keys', "a signature with alice's other key", entry('alice2', sign('alice2', GOOD))),
]:
    case(row, name, how, envelope(GOOD, BY_ALICE, second), 'refused', ['role-missing'], trust='two-sre', signers=[ALICE],
         ignored=['signature-repeated'])
case(row, 'twice-high-s', 'low and high S of one signature: n - s by hand', envelope(GOOD, entry('alice', low), entry('alice', high)),
     'refused', ['role-missing'], trust='two-sre', signers=[ALICE], ignored=['signature-repeated'])
case(row, 'twice-two-roles', 'dave alone, who holds both roles', signed(GOOD, 'dave'), 'refused', ['role-missing'],
     signers=['dave@example.com'])
case(row, 'matching', 'dave for security and alice for sre, which a greedy choice may miss', signed(GOOD, 'dave', 'alice'),
     'accepted', signers=[ALICE, 'dave@example.com'])

row = 'high-S'
case(row, 'high-s', "S of alice's signature made the high one; openssl verifies it",
     envelope(GOOD, entry('alice', high), BY_BOB), 'accepted', signers=[ALICE, BOB])
case(row, 'low-s', "S of alice's signature made the low one", envelope(GOOD, entry('alice', low), BY_BOB), 'accepted',
     signers=[ALICE, BOB])

row = 'P1363 for DER, BER variants, zero, out of range'
R, S = integer(r), integer(s)
while True:  # without a zero before it, so that taking one away or adding one is always wrong
    r0, s0 = split(sign('alice', GOOD))
    # Nor a last byte that would let 64 bytes pass for Ed25519, whose S is below L.
    if r0.bit_length() == 256 and s0 % 256 > 0x20:
        break
body = R + S
for name, how, sig in [
    ('p1363', 'r and s side by side', r0.to_bytes(32, 'big') + s0.to_bytes(32, 'big')),
    ('der-long-length', 'length of the sequence in two bytes', b'\x30\x81' + bytes([len(body)]) + body),
    ('der-long-integer', 'length of r in two bytes', b'\x30' + bytes([len(body) + 1]) + b'\x02\x81' + R[1:] + S),
    ('der-indefinite', 'indefinite length', b'\x30\x80' + body + b'\x00\x00'),
    ('der-padded', 'a zero too many before r', sequence(integer(r, b'\x00'), S)),
    ('der-negative', 'r without the zero that keeps it positive', sequence(b'\x02\x20' + r0.to_bytes(32, 'big'), integer(s0))),
    ('der-trailing', 'a byte after the end', sequence(R, S) + b'\x00'),
    ('der-trailing-inside', 'a byte after s, inside', b'\x30' + bytes([len(body) + 1]) + body + b'\x00'),
    ('der-null-inside', 'a NULL after s, inside', b'\x30' + bytes([len(body) + 2]) + body + b'\x05\x00'),
    ('der-cut', 'the last byte cut off', sequence(R, S)[:-1]),
    ('der-empty', 'an empty sequence', b'\x30\x00'),
    ('der-set', 'a set for the sequence', b'\x31' + sequence(R, S)[1:]),
    ('der-zero-length-integer', 'r of no bytes', sequence(b'\x02\x00', S)),
    ('r-zero', 'r = 0', sequence(b'\x02\x01\x00', S)),
    ('s-zero', 's = 0', sequence(R, b'\x02\x01\x00')),
    ('both-zero', 'r = s = 0, which broken verifiers accept', sequence(b'\x02\x01\x00', b'\x02\x01\x00')),
    ('r-order', 'r = n', sequence(integer(N), S)),
    ('s-order', 's = n', sequence(R, integer(N))),
    ('s-plus-order', 's + n', sequence(R, integer(s + N))),
    ('r-huge', 'r of 100 bytes', sequence(b'\x02\x64' + b'\x01' * 100, b'\x02\x01\x01')),
    ('sig-empty', 'a signature of no bytes', b''),
]:
    with_alice(sig, row, name, how, ['signature-malformed'])

row = 'no PAE, PAE over base64, other hash, Ed25519ph, S+L'
for name, how, sig in [
    ('no-pae', 'the payload signed without PAE', raw_sign('alice', GOOD)),
    ('pae-base64', 'PAE over the base64 of the payload', raw_sign('alice', pae(b64(GOOD).encode()))),
    ('pae-type', 'PAE with another payload type', raw_sign('alice', pae(GOOD, b'application/json'))),
    ('pae-v0', 'the encoding before DSSE 1.0: lengths as 8 bytes', raw_sign('alice', b''.join(
        part for text in (TYPE.encode(), GOOD) for part in (len(text).to_bytes(8, 'little'), text)))),
    ('sha384', 'hashed with SHA-384', raw_sign('alice', pae(GOOD), 'sha384')),
    ('sha512', 'hashed with SHA-512', raw_sign('alice', pae(GOOD), 'sha512')),
    ('sha1', 'hashed with SHA-1', raw_sign('alice', pae(GOOD), 'sha1')),
]:
    assert not openssl_accepts('alice', GOOD, sig)
    with_alice(sig, row, name, f'{how}, with openssl', ['signature-unknown'])
seed = read_pem((KEYS / 'carol.pem').read_text())[-32:]
pure = sign('carol', GOOD)
vector = json.loads((pathlib.Path(__file__).parent / 'standards.json').read_text())['rfc8032ph']
assert sign_prehashed(bytes.fromhex('833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42'), b'abc').hex() == vector['sig']
for name, how, sig, code in [
    ('ed25519ph', 'Ed25519ph by tools.py, which gives the vector of RFC 8032 §7.3', sign_prehashed(seed, pae(GOOD)), 'signature-unknown'),
    ('ed25519-s-plus-l', 'L added to S', pure[:32] + (int.from_bytes(pure[32:], 'little') + L).to_bytes(32, 'little'), 'signature-malformed'),
    ('ed25519-cut', '63 bytes of the signature', pure[:63], 'signature-malformed'),
    ('ed25519-long', 'a byte after the signature', pure + b'\x00', 'signature-malformed'),
    ('ed25519-payload', 'the payload signed without PAE', raw_sign('carol', GOOD), 'signature-unknown'),
]:
    assert not openssl_accepts('carol', GOOD, sig)
    case(row, name, how, envelope(GOOD, entry('carol', sig), BY_BOB), 'refused', ['role-missing'], signers=[BOB], ignored=[code])

row = 'payloadType relabelled, generic, other case, look-alike'
for name, kind in [
    ('type-relabelled', 'application/vnd.cyclonedx+json'), ('type-generic', 'application/json'),
    ('type-case', 'application/vnd.In-Toto+json'), ('type-lookalike', 'application/vnd.in-t\u043eto+json'),
    ('type-space', 'application/vnd.in-toto+json '), ('type-parameter', 'application/vnd.in-toto+json; charset=utf-8'),
    ('type-specific', 'application/vnd.in-toto.readiness+json'), ('type-empty', ''),
]:
    genuine = raw_sign('alice', pae(GOOD, kind.encode()))
    case(row, name, f'payloadType {kind!r}; alice signed exactly this type',
         envelope(GOOD, entry('alice', genuine), BY_BOB, payload_type=kind), 'refused', ['payload-type'])

row = 'malformed envelope'
good = envelope(GOOD, BY_ALICE, BY_BOB)
text = dump(good)
for name, how, document, code in [
    ('malformed-empty', 'no bytes', b'', 'not-json'),
    ('malformed-null', 'null', b'null', 'envelope-shape'),
    ('malformed-number', 'a number', b'1', 'envelope-shape'),
    ('malformed-list', 'the envelope in a list', b'[' + text + b']', 'envelope-shape'),
    ('malformed-text', 'the envelope as a string', dump(text.decode()), 'envelope-shape'),
    ('malformed-cut', 'cut in the middle', text[: len(text) // 2], 'not-json'),
    ('malformed-twice', 'two envelopes in one file', text + text, 'not-json'),
    ('malformed-trailing', 'a word after the envelope', text + b' ok', 'not-json'),
    ('malformed-comment', 'a comment, as JSON5 allows', b'/* ok */' + text, 'not-json'),
    ('malformed-bom', 'a byte order mark', b'\xef\xbb\xbf' + text, 'not-utf8'),
    ('malformed-utf16', 'UTF-16', text.decode().encode('utf-16-le'), 'not-json'),
    ('malformed-utf8', 'a byte that UTF-8 has not', text.replace(b'"keyid"', b'"key\xff"', 1), 'not-utf8'),
    ('malformed-overlong', 'an overlong slash in a name', text.replace(b'"keyid"', b'"\xc0\xaf"', 1), 'not-utf8'),
    ('malformed-half', 'half a character in a keyid', text.replace(b'"SHA256:', b'"\\ud800', 1), 'half-character'),
    ('no-payload', 'no payload', dump(place(good, ('payload',), DELETE)), 'envelope-shape'),
    ('no-payload-type', 'no payloadType', dump(place(good, ('payloadType',), DELETE)), 'payload-type'),
    ('no-signatures', 'no signatures', dump(place(good, ('signatures',), DELETE)), 'envelope-shape'),
    ('no-sig', 'a signature without sig', dump(place(good, ('signatures', 0, 'sig'), DELETE)), 'envelope-shape'),
    ('payload-object', 'the payload as an object', dump(place(good, ('payload',), STATEMENT)), 'envelope-shape'),
    ('payload-null', 'the payload null', dump(place(good, ('payload',), None)), 'envelope-shape'),
    ('signatures-object', 'signatures as an object', dump(place(good, ('signatures',), {'0': BY_ALICE})), 'envelope-shape'),
    ('signature-text', 'a signature as a text', dump(place(good, ('signatures', 0), BY_ALICE['sig'])), 'envelope-shape'),
    ('signature-null', 'a signature null', dump(place(good, ('signatures', 0), None)), 'envelope-shape'),
    ('sig-number', 'sig as a number', dump(place(good, ('signatures', 0, 'sig'), 1)), 'envelope-shape'),
    ('sig-list', 'sig as a list', dump(place(good, ('signatures', 0, 'sig'), [BY_ALICE['sig']])), 'envelope-shape'),
    ('keyid-number', 'keyid as a number', dump(place(good, ('signatures', 0, 'keyid'), 1)), 'envelope-shape'),
]:
    case(row, name, how, document, 'refused', [code])
material = {'publicKey': {'hint': b64(bytes.fromhex(sha256(read_pem(public('alice')))))}}
bundle = {'mediaType': 'application/vnd.dev.sigstore.bundle.v0.3+json', 'verificationMaterial': material,
          'dsseEnvelope': envelope(GOOD, BY_ALICE)}
bundle_of_bob = place(bundle, ('dsseEnvelope',), envelope(GOOD, BY_BOB))
case('', 'bundles', 'two Sigstore bundles, of alice and of bob', [bundle, bundle_of_bob], 'accepted', signers=[ALICE, BOB])
for name, how, document, code in [
    ('bundle-other-version', 'a bundle v0.1', place(bundle, ('mediaType',), 'application/vnd.dev.sigstore.bundle+json;version=0.1'), 'envelope-shape'),
    ('bundle-two-signatures', 'a bundle with two signatures', place(bundle, ('dsseEnvelope',), good), 'signature-count'),
    ('bundle-and-envelope', 'a file that is bundle and envelope at once', {**bundle, **good}, 'envelope-shape'),
    ('bundle-no-envelope', 'a bundle of a message', {**place(bundle, ('dsseEnvelope',), DELETE), 'messageSignature': {}}, 'envelope-shape'),
]:
    case(row, name, how, document, 'refused', [code])

row = 'unknown or broken signature beside good ones'
case(row, 'unknown-beside', 'a third signature by mallory, whom nobody knows', signed(GOOD, 'alice', 'bob', 'mallory'), 'accepted',
     signers=[ALICE, BOB], ignored=['signature-unknown'])
case(row, 'broken-beside', 'a third signature of random bytes', envelope(GOOD, BY_ALICE, entry('dave', b'\x01\x02\x03'), BY_BOB),
     'accepted', signers=[ALICE, BOB], ignored=['signature-malformed'])
case(row, 'unknown-member', 'members that DSSE does not know', {**good, 'note': 'x', 'signatures': [{**BY_ALICE, 'extra': 1}, BY_BOB]},
     'accepted', signers=[ALICE, BOB])
case(row, 'undecodable-beside', 'a third signature that is no base64', envelope(GOOD, BY_ALICE, BY_BOB, {'keyid': '', 'sig': '!!!!'}),
     'refused', ['base64'])
case(row, 'only-mallory', 'signed by mallory only', signed(GOOD, 'mallory'), 'refused', ['no-valid-signature'],
     ignored=['signature-unknown'])

row = 'keyid lies'
case(row, 'keyid-swapped', 'the key ids of alice and bob exchanged',
     envelope(GOOD, {**BY_ALICE, 'keyid': BY_BOB['keyid']}, {**BY_BOB, 'keyid': BY_ALICE['keyid']}), 'accepted', signers=[ALICE, BOB])
case(row, 'keyid-absent', 'no key ids', envelope(GOOD, {'sig': BY_ALICE['sig']}, {'sig': BY_BOB['sig']}), 'accepted', signers=[ALICE, BOB])
case(row, 'keyid-empty', 'empty key ids', envelope(GOOD, {**BY_ALICE, 'keyid': ''}, {**BY_BOB, 'keyid': ''}), 'accepted', signers=[ALICE, BOB])
case(row, 'keyid-claimed', "mallory's signature with bob's key id", envelope(GOOD, BY_ALICE, entry('mallory', sign('mallory', GOOD), fingerprint('bob'))),
     'refused', ['role-missing'], signers=[ALICE], ignored=['signature-unknown'])

row = 'non-canonical base64'
padded = GOOD + b' ' * (2 - len(GOOD) % 3 if len(GOOD) % 3 < 2 else 2)  # length 2 mod 3: one '=' and two free bits
assert len(padded) % 3 == 2
padded_good = signed(padded, 'alice', 'bob')
code64 = padded_good['payload']
alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
loose = code64[:-2] + alphabet[alphabet.index(code64[-2]) + 1] + '='
assert base64.b64decode(loose) == padded
unicode_payload = statement((('predicate', 'affirmation'), 'I agree. ??>>~~\u00fb\u00ff\u00bf\u00fe'))
special = signed(unicode_payload, 'alice', 'bob')
while not ('+' in special['payload'] and '/' in special['payload']):
    unicode_payload = unicode_payload.replace(b'I agree.', b'I agree..', 1)
    special = signed(unicode_payload, 'alice', 'bob')
url_safe = base64.urlsafe_b64encode(unicode_payload).decode()
case(row, 'base64-padded', 'the same with canonical base64', padded_good, 'accepted', signers=[ALICE, BOB])
for name, how, value in [
    ('base64-free-bits', 'free bits of the last letter set', place(padded_good, ('payload',), loose)),
    ('base64-no-padding', 'without padding', place(padded_good, ('payload',), code64.rstrip('='))),
    ('base64-extra-padding', 'a padding too many', place(padded_good, ('payload',), code64 + '=')),
    ('base64-line-feed', 'a line feed inside', place(padded_good, ('payload',), code64[:76] + '\n' + code64[76:])),
    ('base64-space', 'a space at the end', place(padded_good, ('payload',), code64 + ' ')),
    ('base64-mixed', 'both alphabets in one text', place(special, ('payload',), special['payload'].replace('+', '-'))),
    ('base64-sig', 'free bits in a signature', place(good, ('signatures', 0, 'sig'), b64(b'\x30\x00')[:-2] + 'B=')),
]:
    case(row, name, how, value, 'refused', ['base64'])
case(row, 'base64-url-safe', 'payload and signatures in the URL-safe alphabet, which DSSE allows',
     {'payload': url_safe, 'payloadType': TYPE, 'signatures': [
         {**each, 'sig': each['sig'].replace('+', '-').replace('/', '_')} for each in special['signatures']]},
     'accepted', signers=[ALICE, BOB])

row = 'duplicate and case-variant members'
other = b64(statement((('predicate', 'rollout', 'id'), 'other')))
for name, how, document in [
    ('duplicate-payload', 'a second payload, before the one that was signed', b'{"payload":"' + other.encode() + b'",' + text[1:]),
    ('duplicate-payload-after', 'a second payload, after it', text[:-1] + b',"payload":"' + other.encode() + b'"}'),
    ('duplicate-escaped', 'a second payload, its name escaped', text[:-1] + b',"p\\u0061yload":"' + other.encode() + b'"}'),
    ('duplicate-case', 'a second Payload, which Go reads as payload', text[:-1] + b',"Payload":"' + other.encode() + b'"}'),
    ('duplicate-fold', 'a second \u017fignatures, which Go reads as signatures', text[:-1] + ',"\u017fignatures":[]}'.encode()),
    ('duplicate-sig', 'a second sig in a signature', text.replace(b'"sig":', b'"sig":"AAAA","sig":', 1)),
    ('case-only', 'KeyID for keyid', text.replace(b'"keyid"', b'"KeyID"', 1)),
    ('duplicate-unknown', 'a member twice that nobody knows', text[:-1] + b',"x":1,"x":2}'),
]:
    case(row, name, how, document, 'refused', ['duplicate-member'])
for name, how, payload in [
    ('duplicate-result', 'two results in the payload', GOOD.replace(b'"result":"PASSED"', b'"result":"FAILED","result":"PASSED"')),
    ('duplicate-subject', 'two subjects in the payload', GOOD.replace(b'"subject":', b'"subject":[],"subject":', 1)),
]:
    case(row, name, f'{how}, signed', signed(payload, 'alice', 'bob'), 'refused', ['duplicate-member'])

row = 'huge, deep, many'
case(row, 'huge', 'spaces up to a byte more than 8 MiB; the test adds them', text, 'refused', ['too-large'], size=8 * 1024 * 1024 + 1)
case(row, 'large', 'spaces up to exactly 8 MiB', text, 'accepted', size=8 * 1024 * 1024)
case(row, 'deep', '65 lists in each other', text[:-1] + b',"x":' + b'[' * 65 + b']' * 65 + b'}', 'refused', ['too-deep'])
case(row, 'deep-unclosed', '5,000 lists that never end', b'[' * 5_000, 'refused', ['too-deep'])
case(row, 'many', '65 signatures', envelope(GOOD, BY_ALICE, BY_BOB, *[entry('mallory', b'\x01')] * 63), 'refused', ['signature-count'])
case(row, 'many-allowed', '64 signatures, of which two are good', envelope(GOOD, *[entry('mallory', sign('mallory', GOOD))] * 62, BY_ALICE, BY_BOB),
     'accepted', signers=[ALICE, BOB])
case(row, 'many-values', '10,000 numbers beside the members', text[:-1] + b',"x":[' + b'0,' * 10_000 + b'0]}', 'refused', ['too-many'])
case(row, 'payload-deep', 'a payload of 100 lists in each other, signed', signed(GOOD[:-1] + b',"x":' + b'[' * 100 + b']' * 100 + b'}', 'alice', 'bob'),
     'refused', ['too-deep'])

row = 'prototype pollution'
for name in ('__proto__', 'constructor', 'prototype'):
    case(row, f'pollute-{name.strip("_")}', f'a member {name} in the envelope', text[:-1] + f',"{name}":{{"status":"accepted"}}}}'.encode(),
         'refused', ['forbidden-member'])
case(row, 'pollute-escaped', 'its name escaped', text[:-1] + b',"__pr\\u006fto__":{"keyid":"x"}}', 'refused', ['forbidden-member'])
case(row, 'pollute-payload', 'in the payload, signed', signed(GOOD.replace(b'"predicate":{', b'"predicate":{"__proto__":{"result":"PASSED"},', 1), 'alice', 'bob'),
     'refused', ['forbidden-member'])
case(row, 'pollute-inherited', 'a predicate without result, beside one that objects would inherit',
     signed(GOOD.replace(b'"result":"PASSED",', b'"constructor":{"prototype":{"result":"PASSED"}},', 1), 'alice', 'bob'), 'refused', ['forbidden-member'])
trust_text = dump(SMALL)
trust_case(row, 'trust-pollute', 'a member __proto__ in the trust file', b'{"__proto__":{"version":1},' + trust_text[1:], ['forbidden-member'])

row = 'replay: other image, commit, rollout, environment'
pair = envelope(GOOD, BY_ALICE, BY_BOB)
for name, options, code in [
    ('replay-image', {'subjects': [f'sha256:{sha256(b"other")}']}, 'subject-mismatch'),
    ('replay-commit', {'subjects': [f'sha256:{IMAGE}', f'gitCommit:{sha256(b"other")[:40]}']}, 'subject-mismatch'),
    ('replay-algorithm', {'subjects': [f'gitCommit:{IMAGE}']}, 'subject-mismatch'),
    ('replay-rollout', {'rollout': 'payments-2.4.1'}, 'rollout-mismatch'),
    ('replay-rollout-case', {'rollout': 'Payments-2.4.0'}, 'rollout-mismatch'),
    ('replay-environment', {'environment': 'staging'}, 'environment-mismatch'),
]:
    case(row, name, f'a good sign-off, verified for {json.dumps(options)}', pair, 'refused', [code], options=options)
case(row, 'replay-record', 'verified for the digest of the record file', pair, 'accepted', options={'subjects': [f'sha256:{sha256(b"record")}']})
for name, options, code in [
    ('argument-no-subject', {'subjects': []}, 'option-missing'),
    ('argument-no-rollout', {'rollout': None}, 'option-missing'),
    ('argument-no-environment', {'environment': ''}, 'option-missing'),
    ('argument-no-checklist', {'checklist': None}, 'option-missing'),
    ('argument-weak', {'subjects': ['sha1:' + COMMIT]}, 'option-malformed'),
    ('argument-truncated', {'subjects': ['sha256:' + IMAGE[:40]]}, 'option-malformed'),
    ('argument-bare', {'subjects': [IMAGE]}, 'option-malformed'),
    ('argument-checklist-truncated', {'checklist': 'sha256:abc'}, 'option-malformed'),
]:
    case(row, name, f'called with {json.dumps(options)}', pair, 'trouble', [code], options=options)
changed(row, 'other-type', 'another type of statement', [(('predicateType',), 'https://slsa.dev/provenance/v1')], 'predicate-type')
changed(row, 'other-statement', 'Statement v0.1', [(('_type',), 'https://in-toto.io/Statement/v0.1')], 'statement-type')
changed(row, 'extra-member', 'a member beside the four of the statement', [(('extra',), True)], 'statement-shape')

row = 'weak, wrong, truncated digest'
for name, how, digest, code in [
    ('digest-sha1', 'SHA-1 only', {'sha1': COMMIT}, 'digest-weak'),
    ('digest-md5', 'MD5 only', {'md5': 'd' * 32}, 'digest-weak'),
    ('digest-none', 'no digest', {}, 'digest-weak'),
    ('digest-case', 'SHA256 as the name', {'SHA256': IMAGE}, 'digest-weak'),
    ('digest-truncated', '40 digits of SHA-256', {'sha256': IMAGE[:40]}, 'digest-malformed'),
    ('digest-long', '65 digits', {'sha256': IMAGE + '0'}, 'digest-malformed'),
    ('digest-upper', 'digits in capitals', {'sha256': IMAGE.upper()}, 'digest-malformed'),
    ('digest-prefix', 'sha256: before the digits', {'sha256': f'sha256:{IMAGE}'}, 'digest-malformed'),
    ('digest-number', 'a number', {'sha256': 1}, 'statement-shape'),
    ('digest-commit', 'a commit of 39 digits', {'gitCommit': COMMIT[:39]}, 'digest-malformed'),
]:
    changed(row, name, f'{how} in a subject', [(('subject', 0, 'digest'), digest)], code)
changed(row, 'subject-none', 'no subject', [(('subject',), [])], 'statement-shape')

row = 'checklist other version, unpinned, items dropped or weakened'
case(row, 'checklist-other', 'verified for another digest', pair, 'refused', ['checklist-mismatch'], options={'checklist': f'sha256:{sha256(b"other")}'})
changed(row, 'checklist-version', 'the digest of another version', [(('predicate', 'checklist', 'digest', 'sha256'), sha256(b'old'))], 'checklist-mismatch')
changed(row, 'checklist-unpinned', 'no digest', [(('predicate', 'checklist', 'digest'), DELETE)], 'statement-shape')
changed(row, 'checklist-empty-digest', 'an empty digest', [(('predicate', 'checklist', 'digest'), {})], 'digest-weak')
changed(row, 'checklist-commit', 'a commit for the digest', [(('predicate', 'checklist', 'digest'), {'gitCommit': COMMIT})], 'digest-weak')
changed(row, 'checklist-none', 'no checklist', [(('predicate', 'checklist'), DELETE)], 'statement-shape')
changed(row, 'item-dropped', 'an item dropped', [(('predicate', 'items'), ITEMS[:2])], 'item-missing')
changed(row, 'item-weakened', 'a must made a may', [(('predicate', 'items', 0, 'requirement'), 'may')], 'item-weakened')
changed(row, 'item-weakened-open', 'a must made a may, and open', [(('predicate', 'items', 0), {'id': 'pdb', 'requirement': 'may', 'status': 'open'})], 'item-weakened')
changed(row, 'item-renamed', 'an item of another id', [(('predicate', 'items', 0, 'id'), 'pdb2')], 'item-missing')
changed(row, 'item-reworded', 'an item with another title', [(('predicate', 'items', 0, 'title'), 'Think of a disruption budget')], 'item-reworded')
changed(row, 'item-twice', 'an item twice', [(('predicate', 'items'), [*ITEMS, ITEMS[0]])], 'item-repeated')
changed(row, 'item-added', 'an item that the checklist has not', [(('predicate', 'items'), [*ITEMS, {'id': 'more', 'requirement': 'may', 'status': 'done'}])], 'item-unknown')
changed(row, 'items-none', 'no items', [(('predicate', 'items'), [])], 'statement-shape')

row = 'expired, future, undated, impossible dates; old key, revoked key'
for name, how, path, member, code in [
    ('expired', 'ended yesterday', 'expiresAt', '2026-11-20T12:00:00Z', 'expired'),
    ('expired-now', 'ends at the very moment', 'expiresAt', NOW, 'expired'),
    ('future', 'frozen tomorrow', 'frozenAt', '2026-11-22T12:00:00Z', 'frozen-in-future'),
    ('old', 'frozen 20 days ago', 'frozenAt', '2026-11-01T12:00:00Z', 'too-old'),
    ('undated-frozen', 'no frozenAt', 'frozenAt', DELETE, 'statement-shape'),
    ('undated-expires', 'no expiresAt', 'expiresAt', DELETE, 'statement-shape'),
    ('date-null', 'expiresAt null', 'expiresAt', None, 'statement-shape'),
    ('date-impossible', '30 February', 'expiresAt', '2027-02-30T00:00:00Z', 'dates-impossible'),
    ('date-24', '24:00', 'expiresAt', '2026-12-04T24:00:00Z', 'dates-impossible'),
    ('date-leap', 'a second 60', 'expiresAt', '2026-12-31T23:59:60Z', 'dates-impossible'),
    ('date-offset', 'an offset for Z', 'expiresAt', '2026-12-04T00:00:00+00:00', 'dates-impossible'),
    ('date-lower', 'a small z', 'expiresAt', '2026-12-04T00:00:00z', 'dates-impossible'),
    ('date-day', 'a day without time', 'expiresAt', '2026-12-04', 'dates-impossible'),
    ('date-year', 'a year of five digits', 'expiresAt', '+12026-12-04T00:00:00Z', 'dates-impossible'),
    ('date-order', 'ends before it begins', 'expiresAt', '2026-11-20T08:00:00Z', 'dates-impossible'),
]:
    changed(row, name, how, [(('predicate', path), member)], code)
for name, how, options in [('at-before', 'judged before it was frozen', {'now': '2026-11-20T08:59:59Z'})]:
    case(row, name, how, pair, 'refused', ['frozen-in-future'], options=options)
for name, code in [('erin', 'key-expired'), ('frank', 'key-revoked'), ('grace', 'key-not-yet-valid')]:
    case(row, f'key-of-{name}', f'signed by alice and {name}', signed(GOOD, 'alice', name), 'refused', ['role-missing'], signers=[ALICE], ignored=[code])
changed(row, 'risk-expired', 'the risk of a must ended before the moment', risk('2026-11-21T00:00:00Z'), 'risk-expired')
changed(row, 'risk-undated', 'a risk without end', [*risk(), (('predicate', 'items', 1, 'expiresAt'), DELETE)], 'item-expiry')

row = 'result not following from items, unknown status, type juggling'
OPEN = {'id': 'pdb', 'requirement': 'must', 'status': 'open'}
case(row, 'warned', 'a risk accepted', signed(statement(*risk()), 'alice', 'bob'), 'accepted', signers=[ALICE, BOB])
case(row, 'warned-should', 'a should open', signed(statement((('predicate', 'items', 2), {**ITEMS[2], 'status': 'open'}), (('predicate', 'result'), 'WARNED')), 'alice', 'bob'),
     'accepted', signers=[ALICE, BOB])
changed(row, 'warned-refused', 'a risk accepted, and --no-exceptions', risk(), 'result-excepted', options={'noExceptions': True})
changed(row, 'failed', 'a must open, and said so', [(('predicate', 'items', 0), OPEN), (('predicate', 'result'), 'FAILED')], 'result-failed')
changed(row, 'result-open-must', 'PASSED with an open must', [(('predicate', 'items', 0), OPEN)], 'result-mismatch')
changed(row, 'result-risk', 'PASSED with a risk', [risk()[0]], 'result-mismatch')
changed(row, 'result-worse', 'FAILED with everything done', [(('predicate', 'result'), 'FAILED')], 'result-mismatch')
for name, how, path, member, code in [
    ('result-none', 'no result', ('result',), DELETE, 'statement-shape'),
    ('result-unknown', 'a result OK', ('result',), 'OK', 'statement-shape'),
    ('result-case', 'a result passed', ('result',), 'passed', 'statement-shape'),
    ('result-list', 'the result in a list', ('result',), ['PASSED'], 'statement-shape'),
    ('result-true', 'true for the result', ('result',), True, 'statement-shape'),
    ('status-unknown', 'a status skipped', ('items', 0, 'status'), 'skipped', 'statement-shape'),
    ('status-none', 'no status', ('items', 0, 'status'), DELETE, 'statement-shape'),
    ('status-blocked', 'a state of Golive that is no status', ('items', 0, 'status'), 'blocked', 'statement-shape'),
    ('requirement-unknown', 'a requirement MUST', ('items', 0, 'requirement'), 'MUST', 'statement-shape'),
    ('items-object', 'items as an object', ('items',), {'0': ITEMS[0]}, 'statement-shape'),
    ('item-text', 'an item as a text', ('items', 0), 'pdb', 'statement-shape'),
    ('count-text', 'a count as a text', ('requiredSignoffs', 0, 'count'), '1', 'statement-shape'),
    ('count-zero', 'a count of 0', ('requiredSignoffs', 0, 'count'), 0, 'count-out-of-range'),
    ('count-negative', 'a count of -1', ('requiredSignoffs', 0, 'count'), -1, 'count-out-of-range'),
    ('count-fraction', 'a count of 0.5', ('requiredSignoffs', 0, 'count'), 0.5, 'number-not-integer'),
    ('count-huge', 'a number of 2^53', ('requiredSignoffs', 0, 'count'), 2**53, 'number-not-integer'),
    ('reason-none', 'not applicable without a reason', ('items', 2, 'reason'), DELETE, 'item-reason'),
    ('reason-blank', 'not applicable because of "- ."', ('items', 2, 'reason'), '- .', 'item-reason'),
    ('rollout-text', 'the rollout as a text', ('rollout',), 'payments-2.4.0', 'statement-shape'),
    ('rollout-list', 'the id of the rollout in a list', ('rollout', 'id'), ['payments-2.4.0'], 'statement-shape'),
    ('predicate-null', 'items null', ('items',), None, 'statement-shape'),
]:
    changed(row, name, how, [(('predicate', *path), member)], code)
case(row, 'predicate-unknown', 'members that nobody knows, inside of the predicate',
     signed(statement((('predicate', 'x'), {'y': [1, None]}), (('predicate', 'items', 0, 'z'), True)), 'alice', 'bob'), 'accepted', signers=[ALICE, BOB])
case(row, 'payload-no-json', 'a payload that is no JSON, signed', signed(b'hello world', 'alice', 'bob'), 'refused', ['not-json'])
case(row, 'payload-empty', 'a payload of no bytes, signed', signed(b'', 'alice', 'bob'), 'refused', ['not-json'])

row = 'payload lowers the bar'
case(row, 'bar-lowered', 'a statement that asks for sre only, signed by alice', signed(statement((('predicate', 'requiredSignoffs'), [{'role': 'sre', 'count': 1}])), 'alice'),
     'refused', ['role-missing'], signers=[ALICE])
case(row, 'bar-none', 'a statement that asks for nobody, signed by alice', signed(statement((('predicate', 'requiredSignoffs'), [])), 'alice'),
     'refused', ['role-missing'], signers=[ALICE])
case(row, 'bar-raised', 'a statement that asks for two sre', signed(statement((('predicate', 'requiredSignoffs'), [{'role': 'sre', 'count': 2}])), 'alice', 'bob'),
     'refused', ['signoff-missing'], signers=[ALICE, BOB])
case(row, 'bar-raised-met', 'the same, and carol signed too', signed(statement((('predicate', 'requiredSignoffs'), [{'role': 'sre', 'count': 2}])), 'alice', 'bob', 'carol'),
     'accepted', signers=[ALICE, BOB, 'carol@example.com'])
case(row, 'bar-unknown', 'a statement that asks for a role that nobody holds', signed(statement((('predicate', 'requiredSignoffs'), [{'role': 'legal', 'count': 1}])), 'alice', 'bob'),
     'refused', ['signoff-missing'], signers=[ALICE, BOB])
write_trust('environments', place(TRUST, ('policy', 'environments'), {'production': {'require': [{'role': 'sre', 'count': 2}]}}))
case(row, 'bar-environment', 'a trust file that asks for two sre in production', pair, 'refused', ['role-missing'], trust='environments', signers=[ALICE, BOB])

row = 'confusables and bidi in names'
for name, how, path, member, code in [
    ('bidi-rollout', 'an override in the id of the rollout', ('rollout', 'id'), 'payments-2.4.0\u202e', 'identifier'),
    ('zero-width-environment', 'a zero width space in the environment', ('environment',), None, 'identifier'),
    ('bidi-reason', 'an override in a reason', ('items', 2, 'reason'), 'no\u202eyes', 'deceptive-text'),
    ('control-affirmation', 'a control in the affirmation', ('affirmation',), 'I agree\x1b[2J', 'deceptive-text'),
    ('decomposed-role', 'a role that is not NFC', ('requiredSignoffs', 0, 'role'), 'sre\u0301', 'identifier'),
]:
    path, member = (('rollout', 'environment'), 'produc\u200btion') if path == ('environment',) else (path, member)
    changed(row, name, how, [(('predicate', *path), member)], code)
changed(row, 'confusable-environment', 'a Cyrillic o in the environment', [(('predicate', 'rollout', 'environment'), 'pr\u043educti\u043en')], 'environment-mismatch')
for name, how, ident, code in [
    ('id-bidi', 'an override in an id', 'bob\u202e@example.com', 'identifier'),
    ('id-zero-width', 'a zero width joiner in an id', 'bo\u200db@example.com', 'identifier'),
    ('id-decomposed', 'an id that is not NFC', 'bo\u0301b@example.com', 'identifier'),
    ('id-space', 'a space after an id', 'bob@example.com ', 'identifier'),
    ('id-empty', 'an empty id', '', 'identifier'),
    ('id-case', 'an id that differs from another in case', 'Alice@example.com', 'lookalike'),
    ('id-cyrillic', 'an id with a Cyrillic a', '\u0430lice@example.com', 'lookalike'),
    ('id-cyrillic-alone', 'an id of two alphabets that resembles no other here', 'b\u043eris@example.com', 'lookalike'),
    ('id-one', 'an id with a 1 for an l', 'a1ice@example.com', 'lookalike'),
    ('id-capital-i', 'an id with a capital I for an l', 'aIice@example.com', 'lookalike'),
    ('id-full-width', 'an id in full-width letters', '\uff41lice@example.com', 'lookalike'),
    ('id-twice', 'an id twice', 'alice@example.com', 'id-reused'),
]:
    trust_case(row, f'trust-{name}', how, place(SMALL, ('signers', 1, 'id'), ident), [code])
trust_case(row, 'trust-role-lookalike', 'a role with a Cyrillic letter', place(SMALL, ('signers', 1, 'roles'), ['security', '\u0455re']), ['lookalike'])

row = 'key reuse, weak curves, small-order keys, silly thresholds'


def with_key(name, how, key, code):
    trust_case(row, f'trust-{name}', how, place(SMALL, ('signers', 1, 'keys', 0, 'publicKey'), key), [code])


def refused_key(name, how, key, code):
    KEY_VECTORS.append({'name': name, 'how': how, 'keys': [key], 'code': code})
    with_key(name, how, key, code)


KEY_VECTORS = []
for name in ('alice', 'bob', 'carol'):
    KEY_VECTORS.append({'name': name, 'keys': [public(name), (KEYS / f'{name}.ssh').read_text()], 'keyid': fingerprint(name),
                                 'hint': b64(bytes.fromhex(sha256(read_pem(public(name)))))})
for name in ('ssh-ed25519', 'ssh-p256'):
    KEY_VECTORS.append({'name': name, 'keys': [(KEYS / f'{name}.pub').read_text()],
                                 'keyid': run('ssh-keygen', '-lf', str(KEYS / f'{name}.pub')).decode().split()[1]})
trust_case(row, 'trust-key-two-ids', 'one key under two ids', place(SMALL, ('signers', 1, 'keys'), [{'publicKey': public('alice')}]), ['key-reused'])
trust_case(row, 'trust-key-two-forms', 'one key under two ids, once as a line of OpenSSH',
           place(SMALL, ('signers', 1, 'keys'), [{'publicKey': (KEYS / 'alice.ssh').read_text()}]), ['key-reused'])
trust_case(row, 'trust-key-twice', 'one key twice under one id', place(SMALL, ('signers', 1, 'keys'), [{'publicKey': public('bob')}] * 2), ['key-reused'])
for name in ('P-384', 'P-521', 'P-224', 'prime192v1', 'secp256k1', 'explicit', 'rsa', 'ed448', 'x25519'):
    refused_key(f'key-{name.lower()}', f'a key {name} by openssl', public(name), 'key-algorithm')
refused_key('key-compressed', 'a compressed point by openssl', public('compressed'), 'key-algorithm')
refused_key('key-ssh-p384', 'a line of ssh-keygen -t ecdsa -b 384', (KEYS / 'ssh-p384.pub').read_text(), 'key-algorithm')
refused_key('key-ssh-rsa', 'a line of ssh-keygen -t rsa', (KEYS / 'ssh-rsa.pub').read_text(), 'key-algorithm')
spki = read_pem(public('bob'))
refused_key('key-off-curve', 'the last bit of y turned', pem(spki[:-1] + bytes([spki[-1] ^ 1])), 'key-off-curve')
refused_key('key-origin', 'the point (0, 0)', pem(spki[:27] + bytes(64)), 'key-off-curve')
P256 = 0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF
b = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
root = pow(b, (P256 + 1) // 4, P256)  # (0, root) is on the curve, and so would be (p, root)
refused_key('key-not-reduced', 'x = p for x = 0', pem(spki[:27] + P256.to_bytes(32, 'big') + root.to_bytes(32, 'big')), 'key-off-curve')
refused_key('key-trailing', 'a byte after the key', pem(spki + b'\x00'), 'key-malformed')
refused_key('key-short', 'a byte cut off', pem(spki[:-1]), 'key-malformed')
refused_key('key-infinity', 'the point at infinity', pem(bytes.fromhex('3019301306072a8648ce3d020106082a8648ce3d03010703020000')), 'key-algorithm')
refused_key('key-two', 'two keys in one text', public('bob') + public('dave'), 'key-malformed')
refused_key('key-certificate', 'a certificate', pem(spki, 'CERTIFICATE'), 'key-malformed')
refused_key('key-private', 'a private key (its bytes are not one)', pem(b'not a key', 'PRIVATE KEY'), 'key-private')
refused_key('key-private-ec', 'a private key of SEC 1 (its bytes are not one)', pem(b'not a key', 'EC PRIVATE KEY'), 'key-private')
refused_key('key-private-ssh', 'a private key of OpenSSH (its bytes are not one)', pem(b'not a key', 'OPENSSH PRIVATE KEY'), 'key-private')
refused_key('key-text', 'words', 'bob', 'key-malformed')
refused_key('key-ssh-type', 'a line whose type is not the one inside', (KEYS / 'bob.ssh').read_text().replace('ecdsa-sha2-nistp256', 'ssh-ed25519', 1), 'key-malformed')
refused_key('key-ssh-cut', 'a line cut off', (KEYS / 'bob.ssh').read_text()[:100], 'key-malformed')
refused_key('key-ssh-options', 'a line of authorized_keys with options', 'no-pty ' + (KEYS / 'bob.ssh').read_text(), 'key-malformed')
ED = bytes.fromhex('302a300506032b6570032100')
for index, point in enumerate(small_order_points()):
    key = encode_point(point)
    refused_key(f'key-small-order-{index + 1}', 'a point of order 1, 2, 4 or 8, found by multiplying others by L', pem(ED + key), 'key-small-order')
for name, how, number, code in [
    ('one-negative', 'y = 1 with the sign of x set', 1 | 1 << 255, 'key-small-order'),
    ('minus-one-negative', 'y = -1 with the sign of x set', P - 1 | 1 << 255, 'key-small-order'),
    ('zero-as-p', 'y = p for 0', P, 'key-not-canonical'),
    ('one-as-p', 'y = p + 1 for 1', P + 1, 'key-not-canonical'),
    ('largest', 'all bits set', 2**256 - 1, 'key-not-canonical'),
    ('off-curve', 'y = 2, which no point has', 2, 'key-off-curve'),
]:
    refused_key(f'key-ed25519-{name}', how, pem(ED + number.to_bytes(32, 'little')), code)
assert square_root((2 * 2 - 1) * pow(D * 4 + 1, -1, P)) is None
forged = {'keyid': '', 'sig': b64((1).to_bytes(32, 'little') + bytes(32))}
write_trust('small-order', place(TRUST, ('signers', 1, 'keys', 0, 'publicKey'), pem(ED + (1).to_bytes(32, 'little'))))
case(row, 'forged-small-order', 'R = 1, S = 0: a signature for every message by the key of order 1', envelope(GOOD, BY_ALICE, forged), 'trouble',
     ['key-small-order'], trust='small-order')
for name, how, path, member, code in [
    ('count-zero', 'a count of 0', ('require', 0, 'count'), 0, 'count-out-of-range'),
    ('count-negative', 'a count of -1', ('require', 0, 'count'), -1, 'count-out-of-range'),
    ('count-high', 'a count above the number of holders', ('require', 0, 'count'), 4, 'count-out-of-range'),
    ('count-text', 'a count as a text', ('require', 0, 'count'), '1', 'trust-shape'),
    ('count-fraction', 'a count of 1.5', ('require', 0, 'count'), 1.5, 'trust-shape'),
    ('count-none', 'no count', ('require', 0, 'count'), DELETE, 'trust-shape'),
    ('require-nobody', 'an empty list of requirements', ('require',), [], 'requirement-missing'),
    ('require-none', 'no requirements', ('require',), DELETE, 'trust-shape'),
    ('role-unheld', 'a role that nobody holds', ('require', 0, 'role'), 'legal', 'role-unheld'),
    ('role-twice', 'a role twice', ('require', 1, 'role'), 'sre', 'role-repeated'),
    ('together', 'more people than there are', ('require',), [{'role': 'sre', 'count': 3}, {'role': 'security', 'count': 5}], 'policy-unsatisfiable'),
    ('persons', 'distinctPersons false', ('distinctPersons',), False, 'trust-shape'),
    ('failed', 'FAILED among the results that are accepted', ('allowResult',), ['PASSED', 'FAILED'], 'trust-shape'),
    ('result-none', 'no result accepted', ('allowResult',), [], 'trust-shape'),
    ('age-zero', 'maxAgeDays 0', ('maxAgeDays',), 0, 'trust-shape'),
    ('unknown', 'a member that is not known', ('maxAgeDay',), 1, 'trust-shape'),
]:
    trust_case(row, f'trust-{name}', how, place(TRUST, ('policy', *path), member), [code])
for name, how, path, member, code in [
    ('version', 'version 2', ('version',), 2, 'trust-shape'),
    ('no-policy', 'no policy', ('policy',), DELETE, 'trust-shape'),
    ('no-signers', 'no signers', ('signers',), [], 'trust-shape'),
    ('no-keys', 'a signer without keys', ('signers', 1, 'keys'), [], 'trust-shape'),
    ('no-roles', 'a signer without roles', ('signers', 1, 'roles'), [], 'trust-shape'),
    ('roles-text', 'roles as a text', ('signers', 1, 'roles'), 'security', 'trust-shape'),
    ('roles-repeated', 'a role twice with one signer', ('signers', 1, 'roles'), ['security', 'security'], 'role-repeated'),
    ('key-typo', 'notafter for notAfter', ('signers', 1, 'keys', 0, 'notafter'), NOW, 'trust-shape'),
    ('key-date', 'a key valid until 30 February', ('signers', 1, 'keys', 0, 'notAfter'), '2027-02-30T00:00:00Z', 'dates-impossible'),
    ('key-date-order', 'a key that ends before it begins', ('signers', 0, 'keys', 0, 'notAfter'), '2025-01-01T00:00:00Z', 'key-dates'),
    ('key-reason', 'a reason for being revoked, and not revoked', ('signers', 1, 'keys', 0, 'revocationReason'), 'lost', 'key-dates'),
]:
    trust_case(row, f'trust-{name}', how, place(TRUST, path, member), [code])
trust_case(row, 'trust-empty', 'no bytes', b'', ['not-json'])
trust_case(row, 'trust-duplicate', 'a second policy', trust_text[:-1] + b',"policy":{"require":[]}}', ['duplicate-member'])
trust_case(row, 'trust-duplicate-case', 'a second Policy', trust_text[:-1] + b',"Policy":{"require":[]}}', ['duplicate-member'])
trust_case(row, 'trust-envelope', 'an envelope for the trust file', text, ['trust-shape'])
cases.append({'row': row, 'name': 'trust-none', 'how': 'no trust file', 'files': ['envelopes/good.dsse'], 'trust': None, 'status': 'trouble', 'codes': ['trust-missing']})

row = 'algorithm confusion'
with_alice(hmac.new(public('alice').encode(), pae(GOOD), hashlib.sha256).digest(), row, 'hmac', "HMAC with alice's public key as the secret", ['signature-malformed'])
with_alice(hmac.new(public('alice').encode(), pae(GOOD), hashlib.sha512).digest(), row, 'hmac-64', 'the same with SHA-512: 64 bytes, as Ed25519 has', None)
case(row, 'alg-member', 'members that name another algorithm, which nobody reads',
     envelope(GOOD, {**entry('mallory', sign('mallory', GOOD)), 'alg': 'none', 'publicKey': public('mallory')}, BY_BOB), 'refused', ['role-missing'], signers=[BOB])
case(row, 'ed25519-for-p256', "carol's Ed25519 signature with alice's key id", envelope(GOOD, entry('carol', pure, fingerprint('alice')), BY_BOB), 'accepted',
     signers=[BOB, 'carol@example.com'])
case(row, 'rsa', 'a signature of RSA', envelope(GOOD, entry('alice', run('openssl', 'dgst', '-sha256', '-sign', str(KEYS / 'rsa.pem'), data=pae(GOOD))), BY_BOB),
     'refused', ['role-missing'], signers=[BOB], ignored=['signature-malformed'])

row = 'payloads mixed while merging'
case(row, 'merge-good', "two files, alice's and bob's", [envelope(GOOD, BY_ALICE), envelope(GOOD, BY_BOB)], 'accepted', signers=[ALICE, BOB])
case(row, 'merge-mixed', 'two files whose payloads differ in one digit', [signed(GOOD, 'alice'), signed(GOOD.replace(b'1.4.0', b'1.4.1'), 'bob')], 'refused', ['payloads-differ'])
case(row, 'merge-reserialised', 'two files whose payloads say the same in other bytes', [signed(GOOD, 'alice'), signed(json.dumps(STATEMENT).encode(), 'bob')],
     'refused', ['payloads-differ'])
cases[:] = [{key: value for key, value in each.items() if value is not None or key == 'trust'} for each in cases]
write(KEY_VECTORS)
