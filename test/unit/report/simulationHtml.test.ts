import { describe, expect, it } from 'vitest';
import { printHtmlSimulation } from '../../../server/src/report/simulation/simulationHtml.ts';
import { image, NOW, rule } from '../simulate/support.ts';

const VIEW = { style: 'body {}', script: 'run()', styleDigest: 'STYLE', scriptDigest: 'SCRIPT' };
const RULES = [rule(1, ['v*'], 'imageCountMoreThan', 1)];

function page(address: string, images: Parameters<typeof printHtmlSimulation>[1]['images']): string {
  return printHtmlSimulation(VIEW, { address, rules: RULES, images, now: NOW, note: '' });
}

function dataIn(html: string): unknown {
  return JSON.parse(/id="data">(.*?)<\/script>/.exec(html)?.[1] ?? '');
}

describe('the page of a simulation', () => {
  it('lets run and style only what it brings itself', () => {
    const html = page('p', null);
    expect(html).toContain("default-src 'none'; style-src 'sha256-STYLE'; script-src 'sha256-SCRIPT'");
    expect(html).toContain('<style>body {}</style>');
    expect(html).toContain('<script>run()</script>');
    expect(html).not.toMatch(/https?:|\bsrc=|\bhref=|\bstyle=|url\(/);
  });

  it('takes nothing from an input but text', () => {
    const evil = '</script><img src=x onerror=alert(1)>"\'&';
    const html = page(evil, { name: evil, images: [image(evil, [evil], 3)] });
    expect(html).not.toContain('<img');
    expect(html.match(/<\/script>/g)).toHaveLength(2);
    expect(html).toContain(
      '<title>What &lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp; does</title>',
    );
  });

  it('carries the rules and the images, without what they have no value for', () => {
    const images = [image('a', ['v1'], 20, { bytes: 1000 }), image('b', [], 2, { children: null })];
    expect(dataIn(page('p', { name: 'images.json', images }))).toEqual({
      now: NOW,
      policy: { kind: 'rules', address: 'p', rules: RULES, note: '' },
      images: {
        name: 'images.json',
        images: [
          { digest: 'a', tags: ['v1'], bytes: 1000, pushedAt: NOW - 20 * 86_400_000 },
          { digest: 'b', pushedAt: NOW - 2 * 86_400_000, children: null },
        ],
      },
    });
    expect(dataIn(page('p', null))).toMatchObject({ images: null });
  });
});
