import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { WireClient } from './client.ts';

const ROOT = new URL('../../', import.meta.url);
const EXAMPLES = new URL('examples/', ROOT);
const RECORDED = new URL('test/corpus/recorded/shown.txt', ROOT);

interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

interface Diagnostic {
  readonly range: Range;
  readonly severity: number;
  readonly code: string;
}

const DRAWN = ['', 'error', 'warning', 'info', 'dots'];

function spell({ start, end }: Range): string {
  const last = start.line === end.line ? `${end.character + 1}` : `${end.line + 1}:${end.character + 1}`;
  return `${start.line + 1}:${start.character + 1}-${last}`;
}

/** What an editor shows of one text without being asked, and the menu at every underlined place. */
async function shownIn(client: WireClient, name: string): Promise<readonly string[]> {
  const uri = new URL(name, EXAMPLES).href;
  const text = readFileSync(new URL(uri), 'utf8');
  const textDocument = { uri };
  client.open(uri, text);
  const { items } = (await client.request('textDocument/diagnostic', { textDocument })) as { items: Diagnostic[] };
  const lenses = (await client.request('textDocument/codeLens', { textDocument })) as {
    range: Range;
    command: { title: string };
  }[];
  const end = { line: text.split('\n').length, character: 0 };
  const hints = (await client.request('textDocument/inlayHint', {
    textDocument,
    range: { start: { line: 0, character: 0 }, end },
  })) as { position: Range['start']; label: string }[];
  const links = (await client.request('textDocument/documentLink', { textDocument })) as {
    range: Range;
    target: string;
  }[];
  const places = [...new Map([...items, ...lenses].map(({ range }) => [spell(range), range])).values()];
  const menus: string[] = [];
  // Menus of a long file are alike. Its lines choose, so that a further problem does not change which menus are shown.
  const step = Math.ceil(text.split('\n').length / 70);
  for (const range of places.filter(({ start }) => start.line % step === 0)) {
    const context = { diagnostics: items.filter((item) => item.range === range), triggerKind: 1 };
    const request = { textDocument, range: { start: range.start, end: range.start }, context };
    const actions = (await client.request('textDocument/codeAction', request)) as {
      title: string;
      disabled?: object;
    }[];
    for (const { title, disabled } of actions)
      menus.push(
        `  menu  ${spell({ start: range.start, end: range.start })} ${disabled ? `(greyed out) ${title}` : title}`,
      );
  }
  return [
    `${name}`,
    ...items.map(({ range, severity, code }) => `  ${DRAWN[severity]} ${spell(range)} ${code}`),
    ...lenses.map(({ range, command }) => `  line  above ${range.start.line + 1}: ${command.title}`),
    ...hints.map(({ position, label }) => `  hint  in ${position.line + 1}: ${label}`),
    ...links.map(({ range, target }) => `  link  ${spell(range)} ${target.replace(EXAMPLES.href, '')}`),
    ...menus,
  ];
}

describe('the examples in an editor', () => {
  const client = new WireClient();

  afterAll(async () => {
    await client.stop();
  });

  it('show what is recorded, and nothing more', async () => {
    await client.initialize('all', [EXAMPLES.href.replace(/\/$/, '')], { showsSimulations: true });
    const names = readdirSync(EXAMPLES).filter((name) => name.endsWith('.tf'));
    const shown: string[] = [];
    for (const name of names) shown.push(...(await shownIn(client, name)));
    const text = `${shown.join('\n')}\n`;
    if (process.env['UPDATE_RECORDINGS']) writeFileSync(RECORDED, text);
    expect(text).toBe(readFileSync(RECORDED, 'utf8'));
  });
});
