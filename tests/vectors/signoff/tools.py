"""What workshop.py needs besides openssl: DER by hand, and Ed25519ph, which OpenSSL 3.0 cannot make."""
import base64
import hashlib
import subprocess

N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551  # order of P-256
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493  # order of Ed25519
D = -121665 * pow(121666, -1, P) % P


def run(*command, data=b''):
    return subprocess.run(command, input=data, check=True, capture_output=True).stdout


def b64(data):
    return base64.b64encode(data).decode()


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def pae(payload, payload_type=b'application/vnd.in-toto+json'):
    return b'DSSEv1 %d %s %d %s' % (len(payload_type), payload_type, len(payload), payload)


def integer(number, pad=b''):
    """DER INTEGER; pad goes before the digits to make it wrong."""
    digits = pad + number.to_bytes(number.bit_length() // 8 + 1, 'big')
    return b'\x02' + bytes([len(digits)]) + digits


def sequence(r, s, tail=b''):
    return b'\x30' + bytes([len(r + s)]) + r + s + tail


def split(der):
    """r and s of a signature that openssl made."""
    at = 4 + der[3]
    return int.from_bytes(der[4:at], 'big'), int.from_bytes(der[at + 2 :], 'big')


def point_add(a, b):
    (x1, y1), (x2, y2) = a, b
    t = D * x1 * x2 * y1 * y2
    return (x1 * y2 + x2 * y1) * pow(1 + t, -1, P) % P, (y1 * y2 + x1 * x2) * pow(1 - t, -1, P) % P


def point_multiply(point, times):
    result = (0, 1)
    for bit in bin(times)[2:]:
        result = point_add(result, result)
        if bit == '1':
            result = point_add(result, point)
    return result


def square_root(a):
    root = pow(a, (P + 3) // 8, P)
    if root * root % P != a % P:
        root = root * pow(2, (P - 1) // 4, P) % P
    return root if root * root % P == a % P else None


def encode_point(point):
    return (point[1] | (point[0] & 1) << 255).to_bytes(32, 'little')


BASE = next(
    (x, y)
    for y in [4 * pow(5, -1, P) % P]
    for x in [square_root((y * y - 1) * pow(D * y * y + 1, -1, P))]
    for x in [x if x % 2 == 0 else P - x]
)


def small_order_points():
    """All eight, found by clearing the large factor of points that have a y of our choice."""
    found = set()
    y = 2
    while len(found) < 8:
        x = square_root((y * y - 1) * pow(D * y * y + 1, -1, P) % P)
        if x is not None:
            found.add(point_multiply((x, y), L))
            found.add(point_multiply((P - x, y), L))
        y += 1
    return sorted(found)


def sign_prehashed(seed, message):
    """Ed25519ph, RFC 8032 §5.1."""
    def number(*parts):
        return int.from_bytes(hashlib.sha512(b''.join(parts)).digest(), 'little') % L

    dom = b'SigEd25519 no Ed25519 collisions\x01\x00'
    digest = hashlib.sha512(seed).digest()
    secret = (int.from_bytes(digest[:32], 'little') & (1 << 254) - 8) | 1 << 254
    hashed = hashlib.sha512(message).digest()
    nonce = number(dom, digest[32:], hashed)
    r = encode_point(point_multiply(BASE, nonce))
    key = encode_point(point_multiply(BASE, secret))
    return r + ((nonce + number(dom, r, key, hashed) * secret) % L).to_bytes(32, 'little')


def pem(der, label='PUBLIC KEY'):
    return f'-----BEGIN {label}-----\n{b64(der)}\n-----END {label}-----\n'


def read_pem(text):
    return base64.b64decode(''.join(text.split('\n')[1:-2]))
