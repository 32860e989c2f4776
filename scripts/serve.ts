// Serves a built site on this machine only: `npm start`, and what the tests run against.
//
// Astro's preview refuses to run twice for one project, and the tests serve two builds while somebody reads a third.
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { parseArgs } from 'node:util'
import sirv from 'sirv'

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: 'dist' },
    base: { type: 'string', default: process.env['BASE_PATH'] ?? '/' },
    port: { type: 'string', default: process.env['PORT'] ?? '4321' },
  },
})
const base = `/${values.base}/`.replace(/\/+/g, '/')
// Reads the folder anew for each request, so that a build under a running server is served as it is.
const files = sirv(values.folder, { dev: true, extensions: ['html'] })
const notFound = existsSync(`${values.folder}/404.html`) ? readFileSync(`${values.folder}/404.html`) : 'Not found'

const server = createServer((request, response) => {
  const answerNotFound = () => {
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' })
    response.end(notFound)
  }
  if (!request.url?.startsWith(base)) return answerNotFound()
  request.url = request.url.slice(base.length - 1)
  files(request, response, answerNotFound)
})

/** A busy port is somebody else's server: take the next one, and say which. */
const lastPort = Number(values.port) + 20
let port = Number(values.port)
server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE' || port >= lastPort) throw error
  port++
  server.listen(port, '127.0.0.1')
})
server.on('listening', () => console.log(`Golive is at http://127.0.0.1:${port}${base} (stop with Ctrl+C)`))
server.listen(port, '127.0.0.1')
