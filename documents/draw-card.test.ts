import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ownProgram } from '@/lib/own-program'
import { createEncoder } from './picture-encoder'

const encoder = createEncoder({
  program: ownProgram(import.meta.url, 'encode-pictures', './encode-pictures.ts'),
})
let folder: string
// The first card waits for the encoder and for every font to be looked through.
vi.setConfig({ testTimeout: 120_000 })

beforeAll(async () => {
  folder = process.env.TRIBUNE_CARDS ?? (await mkdtemp(join(tmpdir(), 'tribune-cards-')))
})
afterAll(async () => {
  encoder.close()
  if (!process.env.TRIBUNE_CARDS) await rm(folder, { recursive: true, force: true })
})

const headlines = {
  latin: ['en', 'The last ferry: how a strait that fed four towns went quiet'],
  short: ['en', 'Rain'],
  long: [
    'en',
    `${'A bridge that nobody wanted was built by those who could not pay for it and '.repeat(6)}so on`,
  ],
  unbroken: ['en', 'Unpronounceable'.repeat(30)],
  markup: ['en', '<b>Bold</b> & "quoted" \u0000\u0007 <span foreground="red">'],
  cyrillic: ['ru', 'Последний паром: как затих пролив, кормивший четыре города'],
  arabic: ['ar', 'العبّارة الأخيرة: كيف صمت المضيق الذي أطعم أربع مدن'],
  persian: ['fa', 'آخرین کشتی: چگونه تنگه‌ای که چهار شهر را سیر می‌کرد خاموش شد'],
  hebrew: ['he', 'המעבורת האחרונה: איך השתתק המצר שפרנס ארבע עיירות'],
  japanese: ['ja', '最後のフェリー:四つの町を養った海峡はいかにして静まりかえったか'],
  chinese: ['zh-Hans', '最后一班渡轮:养活四座小镇的海峡如何归于沉寂'],
  korean: ['ko', '마지막 여객선: 네 마을을 먹여 살린 해협은 어떻게 고요해졌나'],
  hindi: ['hi', 'आख़िरी नाव: चार क़स्बों का पेट भरने वाला जलडमरूमध्य कैसे शांत हुआ'],
  bengali: ['bn', 'শেষ ফেরি: চার শহরের অন্নদাতা প্রণালী কীভাবে নীরব হলো'],
  tamil: ['ta', 'கடைசி படகு: நான்கு ஊர்களுக்கு உணவளித்த நீரிணை'],
  thai: ['th', 'เรือเฟอร์รี่ลำสุดท้าย: ช่องแคบที่เลี้ยงสี่เมืองเงียบลงได้อย่างไร'],
  georgian: ['ka', 'უკანასკნელი ბორანი: როგორ დადუმდა სრუტე'],
  amharic: ['am', 'የመጨረሻው ጀልባ፦ አራት ከተሞችን ይመግብ የነበረው የባሕር ወሽመጥ'],
  emoji: ['en', 'A ferry ⛴️ and a bridge 🌉 meet'],
} as const

async function draw(name: keyof typeof headlines) {
  const [language, headline] = headlines[name]
  const to = join(folder, `${name}.png`)
  const card = { headline, section: 'World', site: 'Tribune', language }
  expect(await encoder.draw({ card, fonts: folder, to })).toEqual({ outcome: 'made' })
  const { data, info } = await sharp(to).greyscale().raw().toBuffer({ resolveWithObject: true })
  expect([info.width, info.height]).toEqual([1200, 630])
  return { ink: boxOf(data, info.width, 130, 500), bytes: (await readFile(to)).length }
}

/** Where there is anything darker than the paper, between two lines. */
function boxOf(pixels: Buffer, width: number, from: number, to: number) {
  let [left, right, bottom, count] = [width, 0, 0, 0]
  for (let y = from; y < to; y += 1)
    for (let x = 0; x < width; x += 1) {
      if ((pixels[y * width + x] ?? 255) > 128) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      bottom = y
      count += 1
    }
  return { left, right, bottom, count }
}

test('what stands in no section has a card as well', async () => {
  const to = join(folder, 'site.png')
  const card = { headline: 'The day’s news', section: '', site: 'Tribune', language: 'en' }
  expect(await encoder.draw({ card, fonts: folder, to })).toEqual({ outcome: 'made' })
  expect(await sharp(to).metadata()).toMatchObject({ width: 1200, height: 630 })
})

test.each(Object.keys(headlines) as (keyof typeof headlines)[])(
  'a %s headline stands on its card, inside the margins',
  async (name) => {
    const { ink, bytes } = await draw(name)
    expect(ink.count).toBeGreaterThan(1000)
    expect(ink.left).toBeGreaterThanOrEqual(78)
    expect(ink.right).toBeLessThanOrEqual(1122)
    expect(ink.bottom).toBeLessThan(498)
    expect(bytes).toBeLessThan(100_000)
  },
)

test('what is read from the right begins there', async () => {
  expect((await draw('hebrew')).ink.right).toBeGreaterThan(1100)
  expect((await draw('latin')).ink.left).toBeLessThan(90)
})
