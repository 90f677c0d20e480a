/** The real texts that tests may read but the repository may not hold. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..')

/** The folder of shared material, or null where it is absent. */
export const shared: string | null = [process.env['CASEBOOK_SHARED'], join(root, '..', 'shared')].find((folder): folder is string => folder !== undefined && existsSync(join(folder, 'seeds'))) ?? null

/** Why a test that needs the shared material is skipped; printed with the skip. */
export const NEEDS_SHARED = 'needs ../shared, which is absent here'

/** The name of a suite over the real texts; it carries the reason only where it must be skipped. */
export const overSharedTexts = (name: string): string => (shared === null ? `${name} (${NEEDS_SHARED})` : name)
