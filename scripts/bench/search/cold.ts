/** Run as a program of its own: opens an index and asks one thing, and tells how long both took. `node cold.ts FILE QUERY` */
import { openOver, openTexts } from './shelf.ts'

const [file = '', query = ''] = process.argv.slice(2)
const texts = await openTexts()
const from = performance.now()
const index = openOver(file, texts)
const opened = performance.now()
const { total } = index.search({ query, limit: 20 })
const answered = performance.now()
index.search({ query: '社会治理', limit: 20 })
console.log(JSON.stringify({ openMs: opened - from, firstMs: answered - opened, secondMs: performance.now() - answered, total }))
index.close()
texts.close()
