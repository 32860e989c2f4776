import { cpSync, mkdirSync, rmSync } from 'node:fs'

const parts = ['astro.config.mjs', 'package.json', 'tsconfig.json', 'content', 'public', 'scripts', 'src', 'tests']

/**
 * Copies what a build needs, so that content can be changed without touching the project's own.
 *
 * @param folder Inside the project, so that its dependencies are found; `.cache` is outside of what git and checks see.
 */
export function copyProject(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const part of parts) cpSync(part, `${folder}/${part}`, { recursive: true })
}
