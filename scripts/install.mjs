// Installs what package-lock.json names, once: a second run finds its own mark and does nothing.
//
// Plain JavaScript without dependencies, because it runs on a fresh clone with whatever Node is there. Everything after
// it runs on the Node that is among the dependencies, by `npm run`: a shell remembers where it found `node` before. `npm install` and not `npm ci`: it keeps to the lock, and adds the
// binaries of this system where the lock was written on another.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const mark = 'node_modules/.golive-installed'
const digestLock = () => createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')

if (!existsSync(mark) || readFileSync(mark, 'utf8') !== digestLock()) {
  console.log('Installing dependencies …')
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error('Cannot install dependencies: npm says why above')
    process.exit(1)
  }
  writeFileSync(mark, digestLock())
}
