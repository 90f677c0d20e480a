import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { BY_RULES } from '../../electron/contract/reviewing.ts'
import { createReaderPool } from '../../electron/core/jobs/index.ts'
import { forkedReader } from '../../electron/workers/readers.ts'
import { root } from '../shared.ts'

const request = (name: string) => ({ name, path: name, bytes: null, options: BY_RULES })

it('a file that never ends does not keep back the answer for the file before it', async () => {
  const pool = createReaderPool(() => forkedReader(join(root, 'test/hosts/hangs.ts'), ''), { size: 1 })
  onTestFinished(() => { pool.close() })
  const [small, hanging] = [{ megabytes: 0.1 }, new AbortController()]
  const before = pool.read(request('先读的'), undefined, small)
  const stuck = pool.read(request('卡住'), hanging.signal, { ...small, seconds: 600 })
  expect(await before).toMatchObject({ ok: false, fault: { code: 'EMPTY' } })
  hanging.abort()
  expect(await stuck).toMatchObject({ ok: false, fault: { code: 'CANCELLED' } })
})
