import { afterEach, describe, expect, it, vi } from 'vitest';
import { element, fill, say } from '../../../client/src/simulator/view/dom.ts';
import { printHtmlSimulation } from '../../../server/src/report/simulation/simulationHtml.ts';
import { image, NOW, rule } from '../simulate/support.ts';
import { LIVE_MARKDOWN } from '../support/hostileTexts.ts';

const VIEW = { style: '', script: '', styleDigest: 'STYLE', scriptDigest: 'SCRIPT' };

/** Texts of documents and images that could end an element, control a terminal or change the writing direction. */
const HOSTILE: readonly string[] = [
  ...LIVE_MARKDOWN,
  '</title><script>evil()</script>',
  '</script><script>evil()</script>',
  '<!--<script>evil()',
  '-->]]><svg onload=evil()>',
  '" onmouseover="evil()',
  "' onmouseover='evil()",
  'x\n::error file=a::evil',
  'x\u001b[31mevil\u001b]0;evil\u0007',
  'a\u202eevil\u2066\u200f\u2028\u2029',
];

const STEERING = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** The tags and comments that begin in a text. */
const tagsOf = (html: string) => html.match(/<[a-z/!][^\s>]*/gi);

function page(text: string): string {
  return printHtmlSimulation(VIEW, {
    address: text,
    rules: [{ ...rule(1, [text], 'imageCountMoreThan', 1) }],
    images: { name: text, images: [image(text, [text], 3)] },
    now: NOW,
    note: text,
  });
}

describe('the page of a simulation', () => {
  it.each(HOSTILE)('has no more of %j than text', (text) => {
    const html = page(text);
    expect(tagsOf(html)).toEqual(tagsOf(page('plain')));
    expect(html.split('\n').filter((line) => STEERING.test(line))).toEqual([]);
    expect(html.split('\n')).toHaveLength(page('plain').split('\n').length);
    const data: unknown = JSON.parse(/id="data">(.*?)<\/script>/.exec(html)?.[1] ?? '');
    expect(data).toMatchObject({ policy: { address: text, note: text }, images: { name: text } });
  });
});

/** The parts of a document's element that the view's own helpers use. */
class Stub {
  textContent = '';
  readonly attributes = new Map<string, string>();
  readonly children: unknown[] = [];

  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
  }

  append(child: unknown): void {
    this.children.push(child);
  }

  replaceChildren(fragment: Stub): void {
    this.children.splice(0, this.children.length, ...fragment.children);
  }
}

/** All that an element shows or tells. */
function textsIn(shown: unknown): string[] {
  if (!(shown instanceof Stub)) return [String(shown)];
  return [shown.textContent, ...shown.attributes.values(), ...shown.children.flatMap(textsIn)];
}

describe('the view of the simulator', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each(HOSTILE)('writes %j as text in which every character is seen', (text) => {
    const create = () => new Stub();
    vi.stubGlobal('document', { createElement: create, createDocumentFragment: create });
    const said = element('div');
    say(said, text);
    const filled = element('div');
    fill(filled, [text, element('b', { text })]);
    const made = element('div', { text, title: text, 'aria-label': text }, text, said, filled);
    const shown = textsIn(made).filter((one) => one !== '');
    expect(shown).toHaveLength(7);
    for (const one of shown) {
      expect(one).not.toMatch(STEERING);
      expect(one).toHaveLength(text.length);
    }
  });
});
