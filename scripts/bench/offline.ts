// Measures how long it takes from a first visit until everything is there without network, on a slow mobile network
// and without limits, and prints what the copy is made of. Prints figures and judges nothing.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, createServer as createRelay, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import sirv from 'sirv'
import { openBench } from './tools.ts'

/** Lighthouse's "slow 4G": milliseconds there and back, and bytes a second. */
const slow4G = { delayMs: 150, bytesPerSecond: 1_600_000 / 8 }
const folder = '.cache/bench-offline'
const bench = await openBench()

compressCopy()
const server = await listen(createServer(sirv(folder, { dev: true, gzip: true })))
await measure('without limits', server.port)
const relay = await openRelay(server.port)
await measure(`on slow 4G (${slow4G.delayMs} ms, 1.6 Mbit/s)`, relay.port)
await bench.close()
relay.close()
server.close()

/** Hosts send text compressed, so the copy that is measured lies there compressed. */
function compressCopy(): void {
  rmSync(folder, { recursive: true, force: true })
  cpSync('dist', folder, { recursive: true })
  let files = 0
  let bytes = 0
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.[a-z_]+$/.test(path)) continue
    files++
    const file = join(folder, path)
    const text = readFileSync(file)
    const compressed = /\.(html|js|mjs|css|json|svg|txt|xml)$/.test(path) ? gzipSync(text) : undefined
    if (compressed) writeFileSync(`${file}.gz`, compressed)
    bytes += (compressed ?? text).length
  }
  console.log(`${files} files, ${(bytes / 1_000_000).toFixed(2)} MB as they are sent`)
}

async function measure(name: string, port: number): Promise<void> {
  const context = await bench.browser.newContext({ serviceWorkers: 'allow' })
  const page = await context.newPage()
  const started = performance.now()
  await page.goto(`http://127.0.0.1:${port}/`)
  const loaded = performance.now() - started
  await page.getByText(/^Available offline/).waitFor({ timeout: 600_000 })
  const ready = performance.now() - started
  console.log(`first visit ${name}: page after ${seconds(loaded)}, everything offline after ${seconds(ready)}`)
  await context.close()
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

async function listen(target: Server | ReturnType<typeof createRelay>) {
  await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve))
  return { port: (target.address() as AddressInfo).port, close: () => target.close() }
}

/** A slow network: each piece waits its way, and all connections share the width. */
function openRelay(port: number) {
  let freeAt = 0
  const send = async (piece: Buffer, to: Socket) => {
    const now = performance.now()
    freeAt = Math.max(freeAt, now) + (piece.length / slow4G.bytesPerSecond) * 1000
    await wait(freeAt - now + slow4G.delayMs / 2)
    to.write(piece)
  }
  return listen(
    createRelay((near) => {
      const far = connect(port, '127.0.0.1')
      near.on('data', (piece) => void wait(slow4G.delayMs / 2).then(() => far.write(piece)))
      // One after the other, so that pieces keep their order.
      let queue = Promise.resolve()
      far.on('data', (piece) => {
        for (let at = 0; at < piece.length; at += 16_384) {
          const part = piece.subarray(at, at + 16_384)
          queue = queue.then(() => send(part, near))
        }
      })
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        one.on('error', () => other.destroy())
        one.on('close', () => other.destroy())
      }
    }),
  )
}
