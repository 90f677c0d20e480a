/** Writes the corpus out for a bench, and prints what it wrote: node scripts/bench/write-corpus.ts FOLDER COUNT txt|html|docx|pdf */
import { writeCorpus } from './corpus.ts'
import { DRESSES } from './dressed.ts'

const [folder = '', count = '', wanted = ''] = process.argv.slice(2)
const format = (['html', 'docx', 'pdf'] as const).find((one) => one === wanted)
console.log(JSON.stringify(await writeCorpus(folder, Number(count), format && { ending: format, bytes: DRESSES[format] })))
