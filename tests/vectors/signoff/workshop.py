"""What cases.py builds with: keys in the folder that make.sh names, statements, trust files, and the lists of cases."""
import copy
import json
import pathlib
import shutil
import sys

from tools import *

KEYS = pathlib.Path(sys.argv[1])
TYPE = 'application/vnd.in-toto+json'
PREDICATE = 'https://golive.example/attestation/readiness/v1'
IMAGE = sha256(b'image')
COMMIT = sha256(b'commit')[:40]
NOW = '2026-11-21T12:00:00Z'

cases = []
files = {}


# --- keys, signatures, envelopes


def public(name):
    return (KEYS / f'{name}.pub').read_text()


def fingerprint(name):
    der = read_pem(public(name))
    if name == 'carol':
        def string(part):
            return len(part).to_bytes(4, 'big') + part

        wire = string(b'ssh-ed25519') + string(der[-32:])
        (KEYS / 'carol.ssh').write_text(f'ssh-ed25519 {b64(wire)}\n')
    return run('ssh-keygen', '-lf', str(KEYS / f'{name}.ssh')).decode().split()[1]


def raw_sign(name, data, digest='sha256'):
    """openssl over the bytes as they are."""
    key = str(KEYS / f'{name}.pem')
    if name != 'carol':
        return run('openssl', 'dgst', f'-{digest}', '-sign', key, data=data)
    message = KEYS / 'message'
    message.write_bytes(data)
    return run('openssl', 'pkeyutl', '-sign', '-inkey', key, '-rawin', '-in', str(message))


def openssl_accepts(name, payload, sig, payload_type=TYPE.encode()):
    message, signature = KEYS / 'message', KEYS / 'signature'
    message.write_bytes(pae(payload, payload_type))
    signature.write_bytes(sig)
    key = str(KEYS / f'{name}.pub')
    command = (
        ['openssl', 'pkeyutl', '-verify', '-pubin', '-inkey', key, '-rawin', '-in', str(message), '-sigfile', str(signature)]
        if name == 'carol'
        else ['openssl', 'dgst', '-sha256', '-verify', key, '-signature', str(signature), str(message)]
    )
    return subprocess.run(command, capture_output=True).returncode == 0


def sign(name, payload):
    sig = raw_sign(name, pae(payload))
    assert openssl_accepts(name, payload, sig)
    return sig


def entry(name, sig, keyid=None):
    return {'keyid': fingerprint(name) if keyid is None else keyid, 'sig': b64(sig)}


def envelope(payload, *signatures, payload_type=TYPE):
    return {'payload': b64(payload), 'payloadType': payload_type, 'signatures': list(signatures)}


def signed(payload, *names):
    return envelope(payload, *(entry(name, sign(name, payload)) for name in names))


# --- statements


CHECKLIST = {
    'format': 1, 'platform': 'demo', 'title': 'Demo', 'version': '1.2.0', 'traits': [], 'retired': [], 'claims': [],
    'sections': [{'id': 'nodes', 'title': 'Nodes', 'items': [
        {'id': 'pdb', 'level': 'must', 'title': 'Set a disruption budget'},
        {'id': 'multi-zone', 'level': 'must', 'title': 'Spread over zones'},
        {'id': 'cost-alert', 'level': 'should', 'title': 'Alert on cost'},
    ]}],
}
CHECKLIST_BYTES = (json.dumps(CHECKLIST, indent=2) + '\n').encode()

ITEMS = [
    {'id': 'pdb', 'requirement': 'must', 'status': 'done', 'checkedBy': 'alice@example.com',
     'checkedAt': '2026-11-19T10:00:00Z', 'evidence': [{'uri': 'https://git.example.com/merge_requests/7'}]},
    {'id': 'multi-zone', 'requirement': 'must', 'status': 'done'},
    {'id': 'cost-alert', 'requirement': 'should', 'status': 'not-applicable', 'reason': 'billed centrally'},
]
STATEMENT = {
    '_type': 'https://in-toto.io/Statement/v1',
    'subject': [
        {'name': 'registry.example.com/payments/api', 'digest': {'sha256': IMAGE}},
        {'name': 'git+https://git.example.com/payments/api', 'digest': {'gitCommit': COMMIT}},
        {'name': 'payments-2.4.0.record.json', 'digest': {'sha256': sha256(b'record')}},
    ],
    'predicateType': PREDICATE,
    'predicate': {
        'result': 'PASSED',
        'rollout': {'id': 'payments-2.4.0', 'environment': 'production', 'service': 'payments-api', 'version': '2.4.0'},
        'checklist': {'name': 'demo', 'uri': 'https://golive.example/demo/checklist.json',
                      'digest': {'sha256': sha256(CHECKLIST_BYTES)}, 'annotations': {'version': '1.2.0'}},
        'items': ITEMS,
        'requiredSignoffs': [{'role': 'sre', 'count': 1}, {'role': 'security', 'count': 1}],
        'affirmation': 'I have reviewed this report and agree that payments-2.4.0 may go to production.',
        'frozenAt': '2026-11-20T09:00:00Z',
        'expiresAt': '2026-12-04T00:00:00Z',
        'producer': {'uri': 'https://golive.example', 'version': '1.4.0'},
    },
}


def dump(value):
    return json.dumps(value, ensure_ascii=False, separators=(',', ':')).encode()


DELETE = object()


def place(value, path, member):
    """The value with one member replaced, or deleted, at a path like ('predicate', 'items', 0, 'status')."""
    value = copy.deepcopy(value)
    inner = value
    for key in path[:-1]:
        inner = inner[key]
    if member is DELETE:
        del inner[path[-1]]
    else:
        inner[path[-1]] = member
    return value


def statement(*changes):
    value = STATEMENT
    for path, member in changes:
        value = place(value, path, member)
    return dump(value)


def risk(expires_at='2027-01-31T00:00:00Z'):
    return [(('predicate', 'items', 1), {'id': 'multi-zone', 'requirement': 'must', 'status': 'risk-accepted',
                                         'reason': 'single zone until Q1', 'expiresAt': expires_at}),
            (('predicate', 'result'), 'WARNED')]


# --- trust files


def signer(name, roles, *keys, **dates):
    keys = keys or (name,)
    return {'id': f'{name}@example.com', 'roles': roles,
            'keys': [{'publicKey': public(key) if (KEYS / f'{key}.pub').exists() else key, **dates} for key in keys]}


TRUST = {
    'version': 1,
    'signers': [
        signer('alice', ['sre'], 'alice', 'alice2', notBefore='2026-01-01T00:00:00Z', notAfter='2027-01-01T00:00:00Z'),
        signer('bob', ['security']),
        signer('carol', ['sre']),
        signer('dave', ['sre', 'security']),
        signer('erin', ['security'], notAfter='2026-11-01T00:00:00Z'),
        signer('frank', ['security'], revokedAt='2026-10-01T00:00:00Z', revocationReason='lost laptop'),
        signer('grace', ['security'], notBefore='2027-01-01T00:00:00Z'),
    ],
    'policy': {'require': [{'role': 'sre', 'count': 1}, {'role': 'security', 'count': 1}],
               'distinctPersons': True, 'maxAgeDays': 14, 'allowResult': ['PASSED', 'WARNED']},
}
# Enough for faults of keys.
SMALL = {**TRUST, 'signers': TRUST['signers'][:2]}
LOW = place(TRUST, ('policy', 'require'), [{'role': 'sre', 'count': 1}])


def write_file(path, data):
    """The path of the bytes; the same bytes are written once."""
    known = next((each for each, present in files.items() if present == data), None)
    if known is None:
        files[path] = data
    return known or path


def write_trust(name, value):
    return write_file(f'trust/{name}.trust', value if isinstance(value, bytes) else dump(value))


# --- cases


def case(row, name, how, documents, status, codes=(), trust='trust', options=None, **more):
    """documents: an envelope, bytes, or a list of them. more: signers, ignored, size."""
    documents = documents if isinstance(documents, list) else [documents]
    names = []
    for index, document in enumerate(documents):
        path = f'envelopes/{name}{f"-{index + 1}" if len(documents) > 1 else ""}.dsse'
        names.append(write_file(path, document if isinstance(document, bytes) else dump(document)))
    cases.append({'row': row, 'name': name, 'how': how, 'files': names, 'trust': f'trust/{trust}.trust',
                  **({'options': options} if options else {}), 'status': status, 'codes': list(codes), **more})


def trust_case(row, name, how, value, codes):
    cases.append({'row': row, 'name': name, 'how': how, 'files': ['envelopes/good.dsse'], 'trust': write_trust(name, value),
                  'status': 'trouble', 'codes': codes})


def changed(row, name, how, changes, code, **more):
    """A statement that says something else, signed all the same by alice and bob."""
    case(row, name, f'{how}; signed by alice and bob with openssl', signed(statement(*changes), 'alice', 'bob'),
         'refused', [code], **more)


GOOD = statement()
BY_ALICE, BY_BOB = entry('alice', sign('alice', GOOD)), entry('bob', sign('bob', GOOD))
ALICE, BOB = 'alice@example.com', 'bob@example.com'


def with_alice(sig, row, name, how, ignored, **more):
    """Bob's good signature beside one that stands for alice's and must not count."""
    case(row, name, how, envelope(GOOD, entry('alice', sig), BY_BOB), 'refused', ['role-missing'], signers=[BOB],
         ignored=ignored, **more)


write_trust('trust', TRUST)
write_trust('low', LOW)


def lines(values):
    return b''.join(dump(value) + b'\n' for value in values)


def write(keys):
    """Puts everything in its place."""
    for folder in ('envelopes', 'trust'):
        shutil.rmtree(folder, ignore_errors=True)
        pathlib.Path(folder).mkdir()
    files['checklist.published'] = CHECKLIST_BYTES
    defaults = {'subjects': [f'sha256:{IMAGE}', f'gitCommit:{COMMIT}'], 'rollout': 'payments-2.4.0',
                'environment': 'production', 'now': NOW}

    # One JSON a line, and endings that no formatter knows: the bytes are what is tested.
    files['cases.jsonl'] = lines([{'options': defaults}, *cases])
    files['keys.jsonl'] = lines(keys)
    for path, data in files.items():
        pathlib.Path(path).write_bytes(data)
    print(f'{len(cases)} cases, {len(keys)} keys, {len(files)} files')
