import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nodeIo } from '../../../src/cli/io.ts'
import { writeFolder } from '../../fixtures/content-folder.ts'

describe('nodeIo.writeFile()', () => {
  test('makes a file, or replaces it, and leaves nothing else behind', async () => {
    const folder = writeFolder({})
    for (const text of ['one', 'two']) {
      await nodeIo.writeFile(join(folder, 'a.json'), text)
      expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe(text)
    }
    expect(readdirSync(folder)).toEqual(['a.json'])
  })

  test('keeps who may read the file', async () => {
    const folder = writeFolder({ 'private.json': '', 'shared.json': '' })
    for (const [name, mode] of [
      ['private.json', 0o600],
      ['shared.json', 0o666],
    ] as const) {
      chmodSync(join(folder, name), mode)
      await nodeIo.writeFile(join(folder, name), 'new')
      expect(statSync(join(folder, name)).mode & 0o777).toBe(mode)
    }
  })

  test('replaces what a link leads to, not the link', async () => {
    const folder = writeFolder({ 'a.json': 'old' })
    symlinkSync('a.json', join(folder, 'link.json'))
    await nodeIo.writeFile(join(folder, 'link.json'), 'new')
    expect(lstatSync(join(folder, 'link.json')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('new')
  })

  test('refuses what is no file, and a folder that is not there', async () => {
    const folder = writeFolder({})
    mkdirSync(join(folder, 'a.json'))
    await expect(nodeIo.writeFile(join(folder, 'a.json'), 'x')).rejects.toMatchObject({ code: 'ENOTFILE' })
    await expect(nodeIo.writeFile('/dev/null', 'x')).rejects.toMatchObject({ code: 'ENOTFILE' })
    await expect(nodeIo.writeFile(join(folder, 'none', 'a.json'), 'x')).rejects.toMatchObject({ code: 'ENOENT' })
    expect(readdirSync(folder)).toEqual(['a.json'])
  })

  test('leaves the old file when the new one cannot be written whole', async () => {
    const folder = writeFolder({ 'a.json': 'old' })
    await expect(nodeIo.writeFile(join(folder, 'a.json'), Symbol('no text') as never)).rejects.toThrow()
    expect(readdirSync(folder)).toEqual(['a.json'])
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('old')
  })
})
