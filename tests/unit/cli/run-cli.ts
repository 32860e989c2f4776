import { createHash } from 'node:crypto'
import { run } from '../../../src/cli/commands.ts'
import type { Io } from '../../../src/cli/io.ts'

export const checklistFile = '/tool/demo/checklist.json'

/** Runs the tool on files that exist only for it: a text, bytes, or the code that reading or writing fails with. */
export async function runCli(args: string[], given: Record<string, string | Uint8Array | { code: string }> = {}) {
  const files = new Map(Object.entries(given))
  const printed = { stdout: [] as string[], stderr: [] as string[] }
  const fail = (code: string) => Object.assign(new Error(code), { code })
  const read = async (path: string) => {
    const file = files.get(path) ?? { code: 'ENOENT' }
    if (typeof file === 'string') return new TextEncoder().encode(file)
    if ('code' in file) throw fail(file.code)
    return file
  }
  const io: Io = {
    stdout: (text) => void printed.stdout.push(text),
    stderr: (text) => void printed.stderr.push(text),
    readFile: read,
    digestFile: async (path) =>
      createHash('sha256')
        .update(await read(path))
        .digest('hex'),
    writeFile: async (path, content) => {
      const file = files.get(path)
      if (typeof file === 'object' && 'code' in file) throw fail(file.code)
      files.set(path, content)
    },
    makeFolder: async (path) => {
      const file = files.get(path)
      if (file !== undefined) throw fail(typeof file === 'object' && 'code' in file ? file.code : 'EEXIST')
    },
    listFolder: async (path) =>
      [...files.keys()].flatMap((name) => (name.startsWith(`${path}/`) ? [name.slice(path.length + 1)] : [])),
    removeFile: async (path) => {
      const file = files.get(path)
      if (typeof file === 'object' && 'code' in file) throw fail(file.code)
      files.delete(path)
    },
    now: () => new Date('2026-11-21T09:30:00.000Z'),
    toolFolder: '/tool',
  }
  const code = await run(args, io)
  return {
    code,
    stdout: printed.stdout.join(''),
    stderr: printed.stderr.join(''),
    /** What a file holds afterwards. */
    fileAt: (path: string) => files.get(path),
  }
}
