import { sha256Hex } from '../core/index.ts'
import { encodeSignedBytes } from '../core/signoff/index.ts'
import { assertOutput, readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { readBytes, writeFile } from './files.ts'
import { exitCodes } from './io.ts'
import { printLines } from './print.ts'
import { readEnvelope } from './signoff-files.ts'

/** For keys that are neither in a browser nor known to cosign. */
export const pae: Command = {
  summary: 'Write the bytes that are signed, for openssl, hardware and key services',
  usage: 'pae FILE -o FILE',
  help: `
FILE is a statement (NAME.statement.json), or an envelope or bundle of one, to sign the same bytes
as others did. What is written is DSSE's pre-authentication encoding: sign exactly that, without
hashing it first yourself, and take the signature over with "golive merge".

  -o, --output FILE  where the bytes go

With a key of ECDSA P-256, and with one of Ed25519:

  openssl dgst -sha256 -sign key.pem -out NAME.sig pae.bin
  openssl pkeyutl -sign -inkey key.pem -rawin -in pae.bin -out NAME.sig
  golive merge NAME.statement.json --signature NAME.sig --key public.pem -o NAME.dsse.json

Exit codes
  0  written
  2  the call is wrong, or the file is missing, empty, or holds no statement; nothing is written`,
  async run(args, io) {
    const { values, files } = readArguments(args, ['FILE'], { output: { type: 'string', short: 'o' } })
    const output = assertOutput(values.output)
    const { payload } = await readEnvelope(await readBytes(io, files[0]), files[0])
    const bytes = encodeSignedBytes(payload)
    await writeFile(io, output, bytes)
    printLines(io.stdout, [
      `Wrote ${bytes.length} bytes to "${output}"`,
      `They sign the statement with sha256:${await sha256Hex(payload)}: see it with golive inspect "${files[0]}"`,
    ])
    return exitCodes.yes
  },
}
