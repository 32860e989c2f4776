import './crash.ts'
import { run } from './commands.ts'
import { nodeIo } from './io.ts'

// Whoever reads our output may stop early, like `head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await run(process.argv.slice(2), nodeIo)
