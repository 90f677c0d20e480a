/** The border of the core: what comes in and what goes out is checked, and nothing is thrown across it. */
import { isMethod, methods, type AnyReply, type Method, type Output, type Parsed } from '../contract/api.ts'
import { fault, Refusal, type Fault } from '../contract/errors.ts'
import { outline } from './trouble.ts'

/** Handlers of some methods; each also gets what the host adds to a call (for the core: the granted paths). */
export type Table<M extends Method, C> = { readonly [K in M]: (input: Parsed<K>, context: C) => Promise<Output<K>> | Output<K> }

/** Answers one call. Errors that are no `Refusal`, nor made one by `explain`, become FAILED, and only their outline is written to stderr. */
export async function dispatch<M extends Method, C>(table: Table<M, C>, method: unknown, input: unknown, context: C, explain = (error: unknown): unknown => error): Promise<AnyReply> {
  if (!isMethod(method) || !Object.hasOwn(table, method)) return refused(fault('INVALID_INPUT', { reason: '没有这个方法' }))
  const spec = methods[method]
  const parsed = spec.input.safeParse(input)
  if (!parsed.success) return refused(fault('INVALID_INPUT', { reason: places(parsed.error.issues) }))
  try {
    // The table's own type ties each handler to its method; TypeScript cannot follow that through a computed key.
    const handler = (table as unknown as Record<string, (input: unknown, context: C) => unknown>)[method]
    return { ok: true, value: spec.output.parse(await handler?.(parsed.data, context)) }
  } catch (thrown) {
    const error = explain(thrown)
    if (error instanceof Refusal) return refused(error.fault)
    console.error(`${method}: ${outline(error)}`)
    return refused(fault('FAILED'))
  }
}

export const refused = (error: Fault): AnyReply => ({ ok: false, error })

/** Names the fields, not their content: an input may hold article text. */
function places(issues: readonly { readonly path: readonly PropertyKey[]; readonly code?: string | undefined }[]): string {
  return issues.slice(0, 5).map((issue) => `${issue.path.map(String).join('.') || '(整体)'} ${issue.code ?? ''}`.trim()).join('；')
}
