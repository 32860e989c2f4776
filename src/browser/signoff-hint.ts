/** Whether this browser may hold frozen reports, found out without loading anything that reads them. */

export const signoffDatabase = 'golive-signoffs'

/** @returns `unknown` where the browser does not say. */
export async function findSignoffs(): Promise<'there' | 'absent' | 'unknown'> {
  try {
    const databases = await indexedDB.databases()
    return databases.some(({ name }) => name === signoffDatabase) ? 'there' : 'absent'
  } catch {
    return 'unknown'
  }
}
