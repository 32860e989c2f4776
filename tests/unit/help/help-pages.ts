/** What the help pages tell people to type, taken out of them. */
import { readdirSync, readFileSync } from 'node:fs'

const folder = 'content/help'

export const helpPages = readdirSync(folder).map((name) => name.replace(/\.mdx$/, ''))

export const readPage = (page: string): string => readFileSync(`${folder}/${page}.mdx`, 'utf8')

/** Blocks of code of one language, in their order. */
export function listBlocks(page: string, language: string): string[] {
  const blocks = readPage(page).matchAll(/^```(\w+).*\n([\s\S]*?)^```$/gm)
  return [...blocks].flatMap(([, found, text = '']) => (found === language ? [text] : []))
}

/** The only block that holds a text. */
export function findBlock(page: string, language: string, text: string): string {
  const [block, ...others] = listBlocks(page, language).filter((each) => each.includes(text))
  if (block === undefined || others.length > 0) throw new Error(`${page}: not one block with "${text}"`)
  return block
}

/** Lines of shell as one command each. */
export const listCommands = (block: string): string[] => block.replaceAll(/\\\n\s*/g, '').split('\n')
