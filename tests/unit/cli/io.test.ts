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

describe('nodeIo.readFile()', () => {
  test('reads a file as it is, and says what it is that cannot be read', async () => {
    const folder = writeFolder({ 'a.json': 'Größe' })
    expect(await nodeIo.readFile(join(folder, 'a.json'))).toEqual(Buffer.from('Größe'))
    await expect(nodeIo.readFile(folder)).rejects.toMatchObject({ code: 'EISDIR' })
    await expect(nodeIo.readFile(join(folder, 'none'))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('reads no more of a device that never ends than anybody takes', async () => {
    expect((await nodeIo.readFile('/dev/zero')).length).toBe(64 * 1024 * 1024 + 1)
  })
})

describe('nodeIo.digestFile()', () => {
  test('digests the bytes of a file', async () => {
    const folder = writeFolder({ 'a.bin': 'abc' })
    // The first example of FIPS 180-4.
    const digest = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    expect(await nodeIo.digestFile(join(folder, 'a.bin'))).toBe(digest)
    await expect(nodeIo.digestFile(folder)).rejects.toMatchObject({ code: 'EISDIR' })
  })
})

test('nodeIo.makeFolder() makes every folder of a path, and minds none that is there', async () => {
  const folder = writeFolder({ file: '' })
  for (const _ of [1, 2]) await nodeIo.makeFolder(join(folder, 'a/b'))
  expect(statSync(join(folder, 'a/b')).isDirectory()).toBe(true)
  await expect(nodeIo.makeFolder(join(folder, 'file'))).rejects.toMatchObject({ code: 'EEXIST' })
})

test('nodeIo.listFolder() and removeFile() see and remove what lies in a folder', async () => {
  const folder = writeFolder({ 'a.pem': '', 'b.txt': '' })
  expect((await nodeIo.listFolder(folder)).sort()).toEqual(['a.pem', 'b.txt'])
  await nodeIo.removeFile(join(folder, 'a.pem'))
  expect(await nodeIo.listFolder(folder)).toEqual(['b.txt'])
  await expect(nodeIo.removeFile(join(folder, 'a.pem'))).rejects.toMatchObject({ code: 'ENOENT' })
})
