import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHECKS } from '../../../server/src/checks/registry.ts';
import { pageInReport } from '../../../server/src/facts/product/documentationPages.ts';

const SCRIPT = resolve('scripts/site/writeSite.mjs');

let folder = '';
let pages: readonly string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-site-'));
  const { writeSite } = await import(SCRIPT);
  pages = await writeSite(resolve('.'), folder);
});

afterAll(() => rmSync(folder, { recursive: true }));

const read = (path: string) => readFileSync(join(folder, path), 'utf8');

/** The titles of the pages that the site's search finds, best first. */
function find(query: string): readonly string[] {
  const context = { query, found: '' };
  const run = 'found = JSON.stringify(findPages(query, searchData).map(({ title }) => title));';
  runInNewContext([read('search-data.js'), read('search.js'), run].join('\n'), context);
  return JSON.parse(context.found);
}

describe('the site', () => {
  it('has a page for every rule, where reports lead', () => {
    const missing = CHECKS.filter(({ id, title }) => {
      const path = pageInReport(id, 'https://docs.example/').slice('https://docs.example/'.length);
      return !pages.includes(path) || !read(path).includes(`<title>${id} `) || title === '';
    });
    expect(missing).toEqual([]);
  });

  it('leads nowhere that is not there: links, anchors, pictures, styles and scripts', () => {
    const dead = pages.flatMap((path) => {
      const html = read(path);
      const targets = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, target = '']) => target);
      // An empty address leads to the page itself, which is no picture.
      expect(html).not.toMatch(/src=""/);
      return targets
        .filter((target) => !/^https?:/.test(target) && !leads(path, target))
        .map((target) => `${path}: ${target}`);
    });
    expect(dead).toEqual([]);
    expect(pages.length).toBeGreaterThan(CHECKS.length + 10);
  });

  it('loads nothing from elsewhere, and carries no markup of a page’s text', () => {
    for (const path of pages) {
      const html = read(path);
      expect(html).not.toMatch(/(?:src|<link[^>]*href)="https?:/);
      expect(html.match(/<script/g)).toHaveLength(2);
    }
  });

  it('holds nothing for people who change the product', () => {
    expect(pages.filter((path) => /contributing|architecture|dependencies/.test(path))).toEqual([]);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['index.html', 'rules', 'style.css', 'search.js']));
  });
});

function leads(from: string, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? join(folder, from) : join(folder, dirname(from), path);
  if (!existsSync(file)) return false;
  return anchor === undefined || readFileSync(file, 'utf8').includes(`id="${decodeURIComponent(anchor)}"`);
}

describe('the search', () => {
  it.each(CHECKS.map(({ id }) => id))('finds %s by its id', (id) => {
    expect(find(id)[0]).toBe(id);
  });

  it.each([
    ['Rule for tagStatus=ANY must have the lowest priority per storage class', 'rule-any-not-last'],
    ['Invalid tag pattern provided. Total number of * must not exceed 4', 'rule-tag-pattern-wildcards'],
    ['Must specify tagPrefixList or tagPatternList when tagStatus=TAGGED.', 'rule-tag-list-missing'],
    [
      'If policy has a tagged rule, it must specify only one of tagPrefixList or tagPatternList',
      'rule-tag-list-conflict',
    ],
    ['Cannot specify tagPrefixList with tagStatus untagged', 'rule-tag-list-forbidden'],
    ['Member must have length greater than or equal to 100', 'policy-length'],
    ['array is too long: must have at most 50 elements', 'policy-rule-count'],
    ['Upstream registry URL cannot be the same as the cache registry', 'cache-own-registry'],
    ['Replication destination cannot be the same as the source registry', 'replication-own-registry'],
    ['Invalid scan frequency for scanType BASIC: CONTINUOUS_SCAN', 'scanning-frequency-type'],
    [
      'Invalid encryption configuration: Encryption key should not be set for AES256 encryption.',
      'repository-encryption',
    ],
    [
      "Invalid parameter at 'repositoryName' failed to satisfy constraint: 'must satisfy regular expression",
      'repository-name',
    ],
    [
      'Error: creating ECR Lifecycle Policy (app): operation error ECR: PutLifecyclePolicy, InvalidParameterException: Rule for tagStatus=ANY must have the lowest priority per storage class',
      'rule-any-not-last',
    ],
    ['Lifecycle policy validation failure: Could not map policyString into LifecyclePolicy.', 'policy-shape'],
    ['Duplicate priority in multiple rules', 'rule-priority-duplicate'],
    ['array is too short: must have at least 1 elements but instance has 0 elements', 'policy-rule-count'],
    ['Only one rule can select Untagged images.', 'rule-untagged-repeated'],
    ['Only one rule can select Untagged images per storage class.', 'rule-untagged-repeated'],
    ['Rule for tagStatus=ANY must have the highest rulePriority', 'rule-any-not-last'],
    ['Only one rule can specify tagStatus=ANY', 'rule-any-repeated'],
    ['Cannot specify tagPatternList with tagStatus any', 'rule-tag-list-forbidden'],
    [
      'SINCE_IMAGE_PUSHED, SINCE_IMAGE_PULLED and IMAGE_COUNT_MORE_THAN support the STANDARD storage class only',
      'rule-storage-class-mismatch',
    ],
    ['instance type (null) does not match any allowed primitive type (allowed: ["array"])', 'policy-null-value'],
    ['object instance has properties which are not allowed by the schema: (["priority"])', 'policy-unknown-key'],
    ['object has missing required properties (["rules"])', 'policy-missing-key'],
    ['instance value ("x") not found in enum (possible values: ["tagged","untagged","any"])', 'policy-enum-value'],
    ['numeric instance is lower than the required minimum (minimum: 1, found: 0)', 'policy-number-range'],
    ['instance type (string) does not match any allowed primitive type (allowed: ["integer"])', 'policy-value-type'],
    ['InvalidParameter: minimum field size of 100, PutLifecyclePolicyInput.LifecyclePolicyText.', 'policy-length'],
    ['Principal not found', 'access-new-role-race'],
    ['Invalid registry policy provided', 'access-policy-json'],
    ['Blocks of type "import" are not expected here.', 'import-placement'],
    ['RepositoryNotEmptyException', 'repository-force-delete'],
    ['Only managed resources can be imported.', 'import-to'],
    ['A single static variable reference is required', 'import-to'],
    ['Inconsistent conditional result types', 'conditional-types'],
  ])('finds the rule of: %s', (text, id) => {
    expect(find(text).slice(0, 3)).toContain(id);
  });

  it.each([
    ['instance failed to match exactly one schema (matched 0 out of 4)', 'rule-count-unit-missing'],
    ['instance failed to match exactly one schema (matched 0 out of 4)', 'rule-count-unit-forbidden'],
    ['instance failed to match exactly one schema (matched 0 out of 2)', 'rule-count-unit-missing'],
    ['Could not map policyString into LifecyclePolicy.', 'rule-target-storage-class'],
  ])('finds each rule of a text that has several causes: %s, %s', (text, id) => {
    expect(find(text)).toContain(id);
  });

  it('finds rules about access for the one text that AWS has for all their mistakes', () => {
    const found = find('Invalid repository policy provided').slice(0, 5);
    expect(found).toHaveLength(5);
    expect(found.filter((id) => !id.startsWith('access-'))).toEqual([]);
  });

  it('finds each text that a rule’s page quotes', () => {
    const lost = CHECKS.flatMap(({ id }) => {
      const page = readFileSync(resolve(`docs/rules/${id}.md`), 'utf8');
      const why = page.slice(page.indexOf('\n## Why'), page.indexOf('\n## Example'));
      const quoted = [...why.matchAll(/`([A-Z][^`\n]{24,})`/g)]
        .map(([, text = '']) => text)
        .filter((text) => !text.includes('…'));
      return quoted.filter((text) => !find(text).includes(id)).map((text) => `${id}: ${text}`);
    });
    expect(lost).toEqual([]);
  });

  it.each(['', 'x', '0', '???'])('finds nothing for %j', (text) => {
    expect(find(text)).toEqual([]);
  });
});
