import type { EnvelopeSignature } from '../../core/signoff/envelope.ts'
import type { PublicKey } from '../../core/signoff/public-key.ts'
import { envelopeBlockId, openBlock } from './data-block.ts'

/** The command that takes the envelope out of an exported HTML file. */
export function takeEnvelopeCommand(name: string): string {
  const pattern = `^${openBlock(envelopeBlockId)}\\(.*\\)</script>$`
  return `# the envelope out of this file\nsed -n 's|${pattern}|\\1|p' ${name}.html > ${name}.dsse.json\n\n`
}

/**
 * Commands that check the signatures without Golive (signoff.md §6.1).
 *
 * @param name Files are called after it; nothing else that people typed goes into a shell.
 */
export function listCheckCommands(
  name: string,
  signatures: readonly EnvelopeSignature[],
  keys: readonly PublicKey[],
): string {
  return [
    '# the bytes that are signed',
    `jq -r .payload ${name}.dsse.json | base64 -d > payload.json`,
    `{ printf 'DSSEv1 28 application/vnd.in-toto+json %d ' "$(wc -c < payload.json)"; cat payload.json; } > pae.bin`,
    'sha256sum payload.json',
    ...signatures.flatMap(({ keyid }, index) => [
      '',
      ...checkSignature(
        name,
        index,
        keys.find((key) => key.keyid === keyid),
      ),
    ]),
  ].join('\n')
}

function checkSignature(name: string, index: number, key: PublicKey | undefined): string[] {
  const number = index + 1
  const files = { key: `signer-${number}.pem`, signature: `signature-${number}.bin` }
  const check =
    key?.algorithm === 'ed25519'
      ? `openssl pkeyutl -verify -pubin -inkey ${files.key} -rawin -in pae.bin -sigfile ${files.signature}`
      : `openssl dgst -sha256 -verify ${files.key} -signature ${files.signature} pae.bin`
  return [
    `# signature ${number}${key ? ` of ${key.keyid}` : ''}`,
    `jq -r '.signatures[${index}].sig' ${name}.dsse.json | base64 -d > ${files.signature}`,
    check,
  ]
}
