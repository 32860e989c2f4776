import { afterEach, describe, expect, test, vi } from 'vitest'
import { loadSiteFile } from '../../../src/browser/site-file.ts'

/** Answers each request by how it may use what the browser kept. */
function answer(by: Partial<Record<RequestCache, Response>>) {
  const request = vi.fn(async (_: string, { cache }: { cache: RequestCache }) => {
    const response = by[cache]
    if (!response) throw new TypeError('Failed to fetch')
    return response
  })
  vi.stubGlobal('fetch', request)
  return request
}

afterEach(() => void vi.unstubAllGlobals())

describe('loadSiteFile()', () => {
  test('asks the site, and not what the browser kept', async () => {
    const request = answer({ 'no-store': new Response('new'), 'force-cache': new Response('old') })
    expect(new TextDecoder().decode(await loadSiteFile('golive-trust.json'))).toBe('new')
    expect(request).toHaveBeenCalledExactlyOnceWith('/golive-trust.json', { cache: 'no-store' })
  })

  test('takes what the browser kept when the site cannot be reached', async () => {
    answer({ 'force-cache': new Response('old') })
    expect(new TextDecoder().decode(await loadSiteFile('azimuth/checklist.json'))).toBe('old')
  })

  test('says what to do when there is neither', async () => {
    answer({})
    await expect(loadSiteFile('golive-trust.json')).rejects.toThrow('Check the connection, or drop the file here')
  })

  test('an answer that is no file is none', async () => {
    answer({ 'no-store': new Response('Not found', { status: 404 }) })
    await expect(loadSiteFile('golive-trust.json')).rejects.toThrow('status 404 for golive-trust.json')
  })
})
