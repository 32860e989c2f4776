/**
 * Imported before everything else: where the tool cannot even be loaded, Node would end with 1, which means "refused"
 * here.
 */
import { exitCodes } from './exit-codes.ts'

process.on('uncaughtException', (error) => {
  process.stderr.write(`golive: This is a fault of the tool itself\n${error.stack ?? error.message}\n`)
  process.exit(exitCodes.trouble)
})
