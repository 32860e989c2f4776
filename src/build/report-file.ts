import { createHash } from 'node:crypto'
import type { AstroIntegration } from 'astro'
import { build } from 'esbuild'
import { quoteLicenses } from './licenses.ts'

const virtualId = 'virtual:golive/report-file'
const loadedId = `\0${virtualId}`

/**
 * Gives the export of HTML files the style and the script that it writes into them.
 *
 * Both are finished texts: a file in somebody's folder has no build of ours behind it.
 */
export function reportFile(): AstroIntegration {
  return {
    name: 'golive:report-file',
    hooks: {
      'astro:config:setup': ({ updateConfig }) =>
        updateConfig({ vite: { plugins: [reportFilePlugin()] } }) && undefined,
    },
  }
}

/** For Vite without Astro, as in unit tests. */
export function reportFilePlugin() {
  return {
    name: 'golive:report-file',
    resolveId: (id: string) => (id === virtualId ? loadedId : undefined),
    load: async (id: string) =>
      id === loadedId ? `export default ${JSON.stringify(await bundleReportFile())}` : undefined,
  }
}

/** @returns Text of the style and the scripts, fit to stand in HTML as they are. */
export async function bundleReportFile(): Promise<{ style: string; watch: string; script: string }> {
  const style = await bundle('src/styles/report-file.css')
  const watch = await bundle('src/exports/report-file/watch.ts')
  const script = await bundle('src/exports/report-file/main.ts', {
    REPORT_STYLE_SHA256: JSON.stringify(createHash('sha256').update(style).digest('hex')),
    REPORT_WATCH: JSON.stringify(watch),
  })
  return { style, watch, script }
}

async function bundle(entry: string, define: Record<string, string> = {}): Promise<string> {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'ascii',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define,
    logLevel: 'warning',
  })
  const text = `${outputFiles[0]?.text ?? ''}${quoteLicenses(metafile)}`
  return fitIntoHtml(text.trim())
}

/**
 * A comment of HTML may stand in texts only, because a script would end with it; an end tag nowhere, and esbuild sees to
 * that. Letters that are not ASCII would depend on the encoding that a browser takes the file for.
 */
function fitIntoHtml(text: string): string {
  const fit = text.replaceAll('<!--', '\\x3c!--')
  if (/<\/(?:script|style)|[^\n -~]/i.test(fit)) throw new Error('Cannot write the bundle into HTML as it is')
  return fit
}
