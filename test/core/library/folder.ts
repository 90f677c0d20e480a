/** Empty folders for tests, removed when the test ends. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'casebook-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
