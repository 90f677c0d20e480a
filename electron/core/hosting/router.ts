import { isCoreMethod, isMethod, type AnyReply, type HostMethod } from '../../contract/api.ts'
import { fault, Refusal } from '../../contract/errors.ts'
import { dispatch, refused, type Table } from '../dispatch.ts'
import type { GrantedPath } from '../host.ts'
import type { Grant } from '../../contract/library.ts'
import { grantedPaths } from './granted-calls.ts'
import type { Grants } from './grants.ts'
import type { LibraryHost } from './library-host.ts'

/** Answers every call of a window: the host's own methods here, the others where the library is open. */
export type Router = (method: unknown, input: unknown) => Promise<AnyReply>

export function createRouter(table: Table<HostMethod, null>, library: LibraryHost, grants: Grants): Router {
  return async (method, input) => {
    if (!isMethod(method)) return refused(fault('INVALID_INPUT', { reason: '没有这个方法' }))
    if (!isCoreMethod(method)) return dispatch(table, method, input, null)
    let granted: readonly (readonly [Grant, GrantedPath])[]
    try {
      granted = grantedPaths(grants, method, input)
    } catch (error) {
      if (error instanceof Refusal) return refused(error.fault)
      throw error
    }
    return library.call(method, input, granted)
  }
}
