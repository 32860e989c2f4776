import { run } from '../../../src/cli/commands.ts'
import type { Io } from '../../../src/cli/io.ts'

export const checklistFile = '/tool/demo/checklist.json'

/** Runs the tool on files that exist only for it: a text, bytes, or the code that reading or writing fails with. */
export async function runCli(args: string[], given: Record<string, string | Uint8Array | { code: string }> = {}) {
  const files = new Map(Object.entries(given))
  const printed = { stdout: [] as string[], stderr: [] as string[] }
  const fail = (code: string) => Object.assign(new Error(code), { code })
  const io: Io = {
    stdout: (text) => void printed.stdout.push(text),
    stderr: (text) => void printed.stderr.push(text),
    readFile: async (path) => {
      const file = files.get(path) ?? { code: 'ENOENT' }
      if (typeof file === 'string') return new TextEncoder().encode(file)
      if ('code' in file) throw fail(file.code)
      return file
    },
    writeFile: async (path, text) => {
      const file = files.get(path)
      if (typeof file === 'object' && 'code' in file) throw fail(file.code)
      files.set(path, text)
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
