import { createHash } from 'node:crypto';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { printHtmlSimulation } from '../../../server/src/report/simulationHtml.ts';
import { PAGE_DIGESTS, PAGE_SCRIPT, PAGE_STYLE } from '../../../server/src/report/simulationPage.ts';
import { imageOf } from '../../../server/src/simulate/image.ts';
import { madeUpImages } from '../../../server/src/simulate/madeUpImages.ts';
import { simulate } from '../../../server/src/simulate/simulate.ts';
import { image, NOW, rule } from '../simulate/support.ts';

const rules = [
  rule(1, ['v*'], 'imageCountMoreThan', 1),
  rule(2, ['v1*'], 'sinceImagePushed', 5),
  rule(3, null, 'sinceImagePushed', 5),
];

describe('the page of a simulation', () => {
  it('lets run and style only what it brings itself', () => {
    const digest = (text: string) => createHash('sha256').update(text).digest('base64');
    expect(PAGE_DIGESTS).toEqual({ style: digest(PAGE_STYLE), script: digest(PAGE_SCRIPT) });
    const page = printHtmlSimulation(simulate(rules, madeUpImages(rules, NOW), NOW));
    expect(page).toContain(`<style>${PAGE_STYLE}</style>`);
    expect(page).toContain(`<script>${PAGE_SCRIPT}</script>`);
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/https?:|\bsrc=|\bhref=|\bstyle=|url\(/);
    expect(() => new Script(PAGE_SCRIPT)).not.toThrow();
  });

  it('takes nothing from an input but text', () => {
    const evil = '</script><img src=x onerror=alert(1)>"\'&';
    const page = printHtmlSimulation(
      simulate([rule(1, [`${evil}*`], 'sinceImagePushed', 5)], [image(evil, [evil], 3)], NOW),
    );
    expect(page).not.toContain('<img');
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    expect(page).toContain('&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;');
  });

  it('shows each image and rule, and draws a point for each that has a date', () => {
    const images = [image('a', ['v1'], 20, { bytes: 1000 }), image('b', ['v2'], 2), imageOf('c', { tags: ['x'] })];
    const page = printHtmlSimulation(simulate(rules, images, NOW));
    expect(page).toContain(
      '<td class="narrow expire">expire</td><td class="narrow">20 days</td><td class="narrow">1 KB</td><td title="a">v1</td>',
    );
    expect(page).toContain('It can never act: every image that it selects belongs to rule 1.');
    const data = /id="data">(.*?)<\/script>/.exec(page)?.[1] ?? '';
    expect(JSON.parse(data)).toEqual({
      lanes: [
        { name: 'Rule 1', days: null },
        { name: 'Rule 2', days: 5 },
        { name: 'Rule 3', days: 5 },
        { name: 'No rule', days: null },
      ],
      points: [
        [0, 20, 'expire'],
        [0, 2, 'keep'],
      ],
    });
  });
});
