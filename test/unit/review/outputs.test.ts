import { describe, expect, test } from 'vitest';
import { printHtmlReview } from '../../../server/src/report/review/reviewHtml.ts';
import { printJsonReview } from '../../../server/src/report/review/reviewJson.ts';
import { printMarkdownReview } from '../../../server/src/report/review/reviewMarkdown.ts';
import { printTextReview } from '../../../server/src/report/review/reviewText.ts';
import { MARKDOWN_READERS } from '../support/markdownReaders.ts';
import { HOSTILE, hostilePlan } from './hostileTexts.ts';
import { planText, reviewed } from './support.ts';

const VIEW = { style: 'body {}', script: 'run()', styleDigest: 'STYLE', scriptDigest: 'SCRIPT' };
const NOW = Date.UTC(2026, 0, 31);

/** A rendered comment without code, and without the HTML that a review writes itself. */
function outsideCode(html: string): string {
  return html
    .replaceAll(/<(code|pre)[^>]*>[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<\/?(?:details|summary|table|thead|tbody|tr|th|td|p|strong|ul|li|br)>/g, '');
}

describe.each(HOSTILE)('%j', (text) => {
  const findings = reviewed(hostilePlan(text));

  test.each(MARKDOWN_READERS)('does not come alive in Markdown as $name reads it', ({ render }) => {
    const rest = outsideCode(render(printMarkdownReview(findings)));
    expect(rest).not.toMatch(/[<@#]|https?:|www\.|:tada:|deadbeef|GH-12/);
  });

  test.each(MARKDOWN_READERS)('leaves the table and the details of Markdown as they are in $name', ({ render }) => {
    const html = render(printMarkdownReview(findings));
    expect(html.match(/<tr>/g)?.length).toBe(findings.length + 1);
    expect(html.match(/<td[ >]/g)?.length).toBe(findings.length * 3);
    expect(html.match(/<details>/g)?.length).toBe(html.match(/<\/details>/g)?.length);
    expect(html).not.toMatch(/<h\d|<em>|<a |<img|<script/);
  });

  test('steers no terminal and no CI runner', () => {
    for (const printed of [printTextReview(findings, false), printJsonReview(findings)]) {
      expect(printed).not.toMatch(/[^\P{Cc}\n]|\u202e|^\s*::|##\[/mu);
    }
  });

  test('is text in the page', () => {
    const html = printHtmlReview(VIEW, { findings, images: null, now: NOW });
    expect(html).not.toMatch(/<img|<a |\bonerror=(?!alert\(1\)&gt;)/);
    expect(html.match(/<script/g)?.length).toBe(html.match(/<\/script>/g)?.length);
    expect(html.match(/<script/g)?.length ?? 0).toBeLessThanOrEqual(2);
  });
});

const many = (count: number) =>
  planText(
    Array.from({ length: count }, (_, index) => ({
      address: `aws_ecr_repository.a["${'x'.repeat(80)}-${index}"]`,
      actions: ['delete'],
      before: { name: `repository-${index}`, force_delete: index % 2 === 0 },
    })),
  );

test('a comment has at most 60,000 characters, worst first, and counts what is cut', () => {
  const comment = printMarkdownReview(reviewed(many(2000)));
  expect(comment.length).toBeLessThanOrEqual(60_000);
  const rows = comment.match(/^\| \*\*(?:error|warning)/gm)?.length ?? 0;
  expect(comment).toContain(`${(2000 - rows).toLocaleString('en')} more findings are left out here`);
  expect(comment).not.toMatch(/^\| \*\*warning/m);
});

test('details go before findings do', () => {
  const comment = printMarkdownReview(reviewed(many(150)));
  expect(comment.length).toBeLessThanOrEqual(60_000);
  expect(comment.match(/^\| \*\*(?:error|warning)/gm)?.length).toBe(150);
});

test('a plan without findings says so in every format', () => {
  const nothing = reviewed(planText([]));
  expect(printMarkdownReview(nothing)).toContain('changes nothing in ECR that needs a second look');
  expect(printTextReview(nothing, true)).toContain('changes nothing in ECR');
  expect(printHtmlReview(VIEW, { findings: nothing, images: null, now: NOW })).toContain('changes nothing in ECR');
  expect(JSON.parse(printJsonReview(nothing))).toEqual({
    version: 1,
    findings: [],
    summary: { error: 0, warning: 0, info: 0 },
  });
});

test('JSON has the members of its contract', () => {
  const [found] = JSON.parse(printJsonReview(reviewed(many(1)))).findings;
  expect(Object.keys(found)).toEqual(['address', 'kind', 'severity', 'message', 'because']);
});

test('the page carries both policies, and images that it calls made up', () => {
  const policy = (days: number) =>
    JSON.stringify({
      rules: [
        {
          rulePriority: 1,
          selection: { tagStatus: 'any', countType: 'sinceImagePushed', countUnit: 'days', countNumber: days },
          action: { type: 'expire' },
        },
      ],
    });
  const side = (days: number) => ({ repository: 'team/api', policy: policy(days) });
  const change = {
    address: 'aws_ecr_lifecycle_policy.a',
    actions: ['delete', 'create'],
    before: side(9),
    after: side(5),
  };
  const html = printHtmlReview(VIEW, { findings: reviewed(planText([change])), images: null, now: NOW });
  const data = JSON.parse(/id="data">(.*?)<\/script>/.exec(html)?.[1] ?? '');
  expect(data.changes).toMatchObject([
    {
      policy: { kind: 'rules', address: 'aws_ecr_lifecycle_policy.a', rules: [{ countNumber: 5 }] },
      before: { kind: 'rules', rules: [{ countNumber: 9 }] },
      images: { name: 'no real repository, made up from both policies' },
    },
  ]);
});
