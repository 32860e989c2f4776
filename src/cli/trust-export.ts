import { join } from 'node:path'
import { formatAllowedSigners, judgeKey, listTrustPems } from '../core/signoff/index.ts'
import { readArguments, UsageError } from './arguments.ts'
import type { Command } from './command.ts'
import { FileError, listFolder, makeFolder, orFileError, removeFile, writeFile } from './files.ts'
import { exitCodes, type Io } from './io.ts'
import { printLines } from './print.ts'
import { readTrust } from './trust-files.ts'

/** The keys of a trust file, for tools that do not know it. */
export const exportTrust: Command = {
  summary: 'Write the keys of a trust file for OpenSSH, cosign and openssl',
  usage: 'trust export FILE --allowed-signers | --pem DIR',
  help: `
Neither form knows roles, nor who has to sign: what other tools find with these keys is a signature,
and no decision.

  --allowed-signers  print lines for "ssh-keygen -Y verify -f", with the dates of each key
  --pem DIR          write a PEM file for each key that is valid now, for a PEM has no dates; that of
                     a key that is not valid is removed, and other PEM files in DIR are refused

Exit codes
  0  written
  2  the call is wrong, or the file is missing, empty or refused`,
  async run(args, io) {
    const { values, files } = readArguments(args, ['FILE'], {
      'allowed-signers': { type: 'boolean' },
      pem: { type: 'string' },
    })
    const { 'allowed-signers': asLines, pem: folder } = values
    if (Boolean(asLines) === (folder !== undefined)) {
      throw new UsageError(
        asLines ? 'Only one of --allowed-signers and --pem' : 'Missing --allowed-signers or --pem DIR',
      )
    }
    if (folder !== undefined) await writePems(io, files[0], folder)
    else {
      const trust = await readTrust(io, files[0])
      const text = await orFileError(`Cannot export "${files[0]}"`, () => formatAllowedSigners(trust))
      printLines(io.stdout, text.trimEnd().split('\n'))
    }
    return exitCodes.yes
  },
}

async function writePems(io: Io, path: string, folder: string): Promise<void> {
  const now = io.now()
  const pems = listTrustPems(await readTrust(io, path))
  await makeFolder(io, folder)
  const present = await listFolder(io, folder)
  assertNoOthers(
    folder,
    present,
    pems.map(({ name }) => name),
  )
  for (const { name, pem, key } of pems) {
    const file = join(folder, name)
    const standing = judgeKey(key, now)
    if (standing === 'valid') await writeFile(io, file, pem)
    else if (present.includes(name)) await removeFile(io, file)
    const left = present.includes(name) ? 'Removed' : 'Left out'
    printLines(io.stdout, [standing === 'valid' ? `Wrote "${file}"` : `${left} "${file}": ${standing}`])
  }
}

/** Whoever asks for every key of the folder would ask for those too, like that of a person who left. */
function assertNoOthers(folder: string, present: readonly string[], names: readonly string[]): void {
  const others = present.filter((name) => /\.pem$/i.test(name) && !names.includes(name)).sort()
  if (others.length === 0) return
  const message = 'is of no key of the trust file: remove it, or name another folder'
  throw new FileError(
    `Cannot write to the folder "${folder}"`,
    others.map((name) => ({ path: name, message })),
  )
}
