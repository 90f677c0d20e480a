import { randomBytes } from 'node:crypto'
import { Refusal } from '../../contract/errors.ts'
import type { Granted } from '../../contract/host.ts'
import { Grant } from '../../contract/library.ts'
import type { GrantedPath } from '../host.ts'

/** Tokens that stand for chosen files and folders: the window names a token, only the host knows its path. */
export interface Grants {
  readonly give: (chosen: GrantedPath) => Granted
  /** Throws NO_SUCH_GRANT for a token that this session did not give. */
  readonly resolve: (grant: Grant) => GrantedPath
}

/** Grants live in memory only, so they end with the session; the same choice gets the same token twice. */
export function createGrants(random: () => string = () => randomBytes(32).toString('base64url')): Grants {
  const byGrant = new Map<Grant, GrantedPath>()
  const byPath = new Map<string, Grant>()
  return {
    give: (chosen) => {
      const key = `${String(chosen.folder)} ${chosen.path}`
      const grant = byPath.get(key) ?? Grant.parse(random())
      byPath.set(key, grant)
      byGrant.set(grant, chosen)
      return { grant, name: chosen.name, folder: chosen.folder }
    },
    resolve: (grant) => {
      const chosen = byGrant.get(grant)
      if (chosen === undefined) throw new Refusal('NO_SUCH_GRANT')
      return chosen
    },
  }
}
