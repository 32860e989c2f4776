/** Commands that sign a statement without this page (signoff.md §5.1). */

/** @param name What the files are called after; letters, digits, points, hyphens and underscores only. */
export function formatCosignCommand(name: string): string {
  return [
    `cosign attest-blob --key cosign.key --statement ${name}.statement.json \\`,
    `  --use-signing-config=false --tlog-upload=false --bundle ${name}.cosign.sigstore.json`,
  ].join('\n')
}

/** Makes the bytes that are signed, signs them, and writes what this page takes. */
export function formatOpensslCommand(name: string): string {
  const statement = `${name}.statement.json`
  return [
    `{ printf 'DSSEv1 28 application/vnd.in-toto+json %d ' "$(wc -c < ${statement})"; cat ${statement}; } > pae.bin`,
    `openssl dgst -sha256 -sign key.pem pae.bin | base64 -w0 > ${name}.sig`,
    'openssl pkey -in key.pem -pubout -out key.pub.pem',
  ].join('\n')
}

/** The same for a key of Ed25519, which signs without a hash before it. */
export function formatEd25519Command(name: string): string {
  return `openssl pkeyutl -sign -inkey key.pem -rawin -in pae.bin | base64 -w0 > ${name}.sig`
}
