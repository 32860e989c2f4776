/** What the benchmarks share: a browser, servers, and how figures are printed. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type Browser, chromium } from '@playwright/test'
import { browserArguments, findBrowser } from '../../tests/browser.ts'
import { copyProject } from '../../tests/project-copy.ts'
import { writeLargePlatform } from './content.ts'

export interface Bench {
  browser: Browser
  /** @returns Address of the site in `folder/dist`, with a slash at its end. */
  serve: (folder: string, port: number) => Promise<string>
  close: () => Promise<void>
}

export async function openBench(): Promise<Bench> {
  const executablePath = findBrowser()
  const browser = await chromium.launch({ args: browserArguments, ...(executablePath && { executablePath }) })
  const servers: ChildProcess[] = []
  return {
    browser,
    serve: async (folder, port) => {
      const server = spawn('node', ['scripts/serve.ts', '--port', String(port)], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      servers.push(server)
      const [line] = await once(server.stdout, 'data')
      return /http:\S+/.exec(String(line))?.[0] ?? ''
    },
    close: async () => {
      await browser.close()
      for (const server of servers) server.kill()
    },
  }
}

/** Builds a copy of the project with one more platform. */
export function buildLarge(folder: string, items: number): void {
  copyProject(folder)
  writeLargePlatform(folder, 'large', items)
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: folder, stdio: 'pipe' })
}

/** @param times In milliseconds. */
export function report(name: string, times: readonly number[]): void {
  const figures = `median ${median(times).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms`
  console.log(`${name}: ${figures}, ${times.length} times`)
}

export function median(times: readonly number[]): number {
  return quantile(times, 0.5)
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}
