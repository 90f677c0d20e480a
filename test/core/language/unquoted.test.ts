import { expect, test } from 'vitest'
import { unquoted } from '../../../electron/core/language/unquoted.ts'

test.each([
  ['“槐荫”说事亭', '槐荫说事亭'],
  ['‘一网’通', '一网通'],
  ['「解纷码」', '解纷码'],
  ['"老马"调解室', '老马调解室'],
  ['《平安报》', '《平安报》'],
  ['“”', ''],
])('%s without quotation marks', (name, bare) => {
  expect(unquoted(name)).toBe(bare)
})
