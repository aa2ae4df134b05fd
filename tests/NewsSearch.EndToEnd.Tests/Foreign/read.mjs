// Files of a folder -> what readers of others find in them, as one JSON object on standard output.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-csl'
import '@citation-js/plugin-ris'
import { Validator } from '@seriousme/openapi-schema-validator'
import { parse as parseCsv } from 'csv-parse/sync'
import { XMLValidator } from 'fast-xml-parser'
import { parseAtomFeed } from 'feedsmith'

const folder = process.argv[2]
const read = name => readFileSync(join(folder, name), 'utf8')
const items = cite => cite.data.map(item => ({
  title: item.title,
  date: item.issued?.['date-parts'][0].join('-') ?? null,
  outlet: item['container-title'] ?? null,
  type: item.type,
}))

const csl = new Cite(JSON.parse(read('all.csl.json')))
const feed = parseAtomFeed(read('all.atom'))
console.log(JSON.stringify({
  bibtex: items(new Cite(read('all.bib'), { forceType: '@bibtex/text' })),
  ris: items(new Cite(read('all.ris'), { forceType: '@ris/file' })),
  csl: items(csl),
  printed: csl.format('bibliography', { template: 'apa' }).length,
  csv: parseCsv(read('all.csv'), { bom: true, columns: true }).map(row => ({ title: row.title, date: row.published, outlet: row.outlet, type: '' })),
  feed: { id: feed.id, updated: feed.updated, entries: feed.entries.map(entry => ({ id: entry.id, title: entry.title.value ?? entry.title, updated: entry.updated })) },
  xml: ['all.atom', 'opensearch.xml', 'sitemap.xml'].map(name => XMLValidator.validate(read(name))),
  openapi: (await new Validator().validate(join(folder, 'openapi.json'))).valid,
}))
