import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parse, stringify } from 'yaml';

/** The shipped word lists with one word each: what they hold is not tested here. */
function shortened(path: string): string {
  const short = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.slice(0, 1);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, short(inner)]));
  };
  return stringify(short(parse(readFileSync(path, 'utf8'))));
}

/** A small configuration without a mistake. */
export const sound: Readonly<Record<string, string>> = {
  'actors.yaml': `states:
  russia: { name: Russia, aliases: [Moscow], adjectives: [Russian] }
  ukraine: { name: Ukraine }
bodies:
  kremlin: { name: Kremlin, speaksFor: russia }
people:
  putin:
    name: Vladimir Putin
    aliases: [Putin, Путін]
    gender: male
    offices:
      - { title: President of Russia, of: russia, from: 2000-05-07, until: 2008-05-07 }
      - { title: President of Russia, of: russia, from: 2012-05-07 }
`,
  'negotiations/talks.yaml': `id: talks
title: Peace talks
parties: [russia, ukraine]
families: { nato: NATO }
topics:
  accession:
    family: nato
    title: Accession
    proposition: Ukraine may join NATO.
    terms: [accession]
`,
  'feeds.yaml': `outlets:
  tass:
    name: TASS
    country: RU
    ownership: { state: russia }
    feeds:
      tass-en: { url: https://tass.example/rss.xml, language: en }
`,
  'desk.yaml': `zone: Europe/Kyiv
channels:
  newsroom: { platform: slack, to: '\${SLACK_CHANNEL}' }
  alerts: { platform: discord, to: '123456789012345678' }
audiences:
  desk: { name: Desk, slack: S0123ABCD, discord: '\${DISCORD_ROLE}' }
digests:
  morning: { channel: newsroom, at: '07:30', days: [mon, thu], zone: Europe/London, quiet: skip, topics: [accession] }
alerts:
  all: { channel: alerts, audiences: [desk], parties: [russia], maxAge: 2d }
managers: { slack: [U0123ABCD, '\${SLACK_MANAGER}'] }
`,
  'lexicon/en.yaml': shortened('config/lexicon/en.yaml'),
};

/** A folder with these files, which is gone after the test. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'attache-config-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
