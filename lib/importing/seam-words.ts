/** Whether a paragraph of news often opens with this word, so written. */
export function opensSentences(word: string): boolean {
  return OPENERS.has(word)
}

/** Whether the word is written with a capital inside by its owner, or is an abbreviation in itself. */
export function isKnownWhole(word: string): boolean {
  return KNOWN.has(word)
}

/** Whether these letters begin names that go on with a capital: Mc, De, O', i… */
export function beginsInnerCapital(fragment: string): boolean {
  return PREFIXES.has(fragment.replace('’', "'"))
}

const words = (text: string): Set<string> => new Set(text.trim().split(/\s+/))

const OPENERS = words(`
  A About According Accordingly Activists Addressing Admiral After Afterwards Again Against All Also Although
  American Americans Amid Among An Analysts And Another Announcing Any As Asked At Authorities Ayatollah
  Because Before Both British But By Chairman Chinese Citing Commander Commenting Critics Demonstrators
  Describing Despite Deputy Dozens During Each Earlier Elaborating Elsewhere European Every Experts Figures
  Following For Foreign Former French From General German Given Government Governor He Health Her Highlighting
  His However Hundreds If In India Indian Iran Iranian Iranians Iraq Iraqi Israel Israeli It Its Journalists
  Judge Judges Just Last Late Later Lawmakers Leader Leaders Local Many Meanwhile Media Meeting Members
  Military Millions Minister Ministers More Moreover Most My Nearly New News No Noting Now Officers Official
  Officials On Once One Only Organisers Other Our Over Palestinian Parliament People Police President Prime
  Prior Prosecutors Protesters Protests Rear Referring Reiterating Reporters Reports Representatives
  Researchers Residents Russia Russian Saudi Scientists Secretary Senator Senior Separately Several She Since
  So Soldiers Some Sources Speaking Spokesman Spokesperson Spokeswoman State State-run Stressing Students
  Such Syria Syrian Talking Tens Thanks That The Their Then There These They This Those Though Thousands
  Through Throughout Today Tomorrow Top Touching Two Three Four Five Six Seven Eight Nine Ten Turkey Turkish
  Turning Twelve Under United Until Upon Using Visiting Voters We Western What When Where Whether Which
  While Who With Within Without Witnesses Workers World Writing Yemen Yemeni Yesterday Yet You
`)

const KNOWN = words(`
  AccuWeather AliExpress AstraZeneca BioNTech BitTorrent BlackBerry BlackRock BuzzFeed CENTCOM CIA ConocoPhillips DaimlerChrysler
  DeepMind DreamWorks EU ExxonMobil FaceTime FedEx FBI FIFA GitHub GlaxoSmithKline HuffPost IAEA ICC iCloud IMF IranPress
  IRGC JavaScript JCPOA LinkedIn MasterCard MercadoLibre NATO NewsGuard OPEC OSCE OpenAI PayPal PepsiCo PetroChina
  PhD PlayStation PressTV ProPublica SolarWinds SoundCloud SpaceX SportsCenter StatCan TechCrunch TikTok
  TotalEnergies UAE UEFA UK UN UNESCO UNICEF UNRWA US USA USAID VMware WeChat WeWork WHO WhatsApp WikiLeaks WordPress YouTube
  eBay iMac iMessage iOS iPad iPhone iPod macOS mRNA
`)

const PREFIXES = words(`
  Al Ben D' Da De Del Della Den Der Des Di Dos Du El Fitz I' Ibn L' La Las Le Lo Los M' Mac Mc Mck O' St Ste
  Ta Ter Tik Van Von Whats a d e i m
`)
