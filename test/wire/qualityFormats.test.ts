import { afterEach, describe, expect, it } from 'vitest';
import { folderWith, removeFolders, run, WRONG } from './support.ts';

afterEach(removeFolders);

/** Names and texts of a document that would change the meaning of a report that does not escape them. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '"/><error line="1"/>',
  "' onload='x",
  '&amp;&lt;&#0;&bogus;',
  ']]><!-- -->',
  '<?xml version="2"?>',
  'a\u2028b\u202ec',
  'ü 漢 𝒳 🐳',
];

/** A folder with a hostile text in its name and in its code, with problems of several severities. */
function hostileFolder(text: string): string {
  return folderWith({ [`${text.replaceAll('/', '_')}/main.tf`]: hostileCode(text) });
}

function hostileCode(text: string): string {
  const spelt = JSON.stringify(text);
  return `${WRONG}
resource "aws_ecr_lifecycle_policy" "named" {
  repository = "app2"
  policy     = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = ${spelt}, countType = ${spelt}, countNumber = 3 }, action = { type = ${spelt} } }] })
}
`;
}

function checkAs(format: string, folder: string, ...words: string[]) {
  return run(folder, 'check', '--format', format, '--min-severity', 'hint', ...words);
}

/** The problems as the JSON format has them, which both formats carry. */
function problemsIn(folder: string): Problem[] {
  return JSON.parse(checkAs('json', folder).stdout).problems;
}

interface Problem {
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

function issuesIn(folder: string): Issue[] {
  return JSON.parse(checkAs('gitlab', folder).stdout);
}

const GITLAB_SEVERITIES: Readonly<Record<string, string>> = {
  error: 'critical',
  warning: 'major',
  info: 'minor',
  hint: 'info',
};

describe('check --format gitlab', () => {
  it.each(HOSTILE)('has the shape of a Code Quality report, with %j in names and code', (text) => {
    const folder = hostileFolder(text);
    const issues = issuesIn(folder);
    const problems = problemsIn(folder);
    expect(problems.length).toBeGreaterThan(1);
    expect(issues.map(({ check_name }) => check_name)).toEqual(problems.map(({ rule }) => rule));
    for (const [index, issue] of issues.entries()) {
      const { message, severity, range } = problems[index] ?? expect.fail();
      expect(issue.description).toBe(message);
      expect(issue.severity).toBe(GITLAB_SEVERITIES[severity]);
      expect(issue.fingerprint).toMatch(/^[0-9a-f]{64}$/);
      expect(issue.location).toMatchObject({ lines: { begin: range.start.line + 1 } });
      expect(issue.location.path).toBe(problems[index]?.file);
      // From the top of the project, without a dot before it.
      expect(issue.location.path).toMatch(/^[^./].*\/main\.tf$/su);
    }
  });

  const fingerprints = (folder: string) => issuesIn(folder).map(({ fingerprint }) => fingerprint);
  const twice = WRONG + WRONG.replace('"p"', '"q"');

  it('gives each problem a fingerprint of its own, equal ones too', () => {
    const given = fingerprints(folderWith({ 'a.tf': twice, 'b.tf': WRONG.replace('"p"', '"r"'), 'c/a.tf': twice }));
    expect(given.length).toBeGreaterThanOrEqual(5);
    expect(new Set(given).size).toBe(given.length);
  });

  it.each([
    ['another folder', twice],
    ['lines above', `# one\n\n# two\n${twice}`],
    ['lines between', twice.replace('\nresource', '\n\n\n\nresource')],
    ['CRLF', twice.replaceAll('\n', '\r\n')],
    ['another, right block', `${twice}\nlocals {\n  a = 1\n}\n`],
  ])('keeps the fingerprints over %s', (_, text) => {
    expect(fingerprints(folderWith({ 'main.tf': text }))).toEqual(fingerprints(folderWith({ 'main.tf': twice })));
  });

  it('is an empty list, with status 0, where there is no problem', () => {
    const { status, stdout } = checkAs('gitlab', folderWith({ 'main.tf': 'locals {\n  a = 1\n}\n' }));
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual([]);
  });
});

/** An element of a report, as a strict XML parser sees it. */
interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));|&/g, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name] ?? expect.fail(`${whole} is no entity of XML`);
  });
}

/** Parses XML with only elements and attributes, and fails for anything that is not well formed. */
function readXml(xml: string): Element {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 allows no other characters.
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[^\P{Cs}]/u);
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  expect(xml.startsWith(head)).toBe(true);
  const top: Element = { name: '', attributes: {}, children: [] };
  const open = [top];
  const tag = /\s*<(?:\/([a-z]+)|([a-z]+)((?: [a-z]+="[^"<]*")*)(\/?))>/y;
  tag.lastIndex = head.length;
  const rest = xml.trimEnd();
  while (tag.lastIndex < rest.length) {
    const at = tag.lastIndex;
    const [, closed, name, attributes = '', end] = tag.exec(rest) ?? expect.fail(`not well formed: ${rest.slice(at)}`);
    if (closed !== undefined) expect(open.pop()?.name).toBe(closed);
    if (name === undefined) continue;
    const pairs = [...attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
      key,
      unescaped(value),
    ]);
    expect(new Set(pairs.map(([key]) => key)).size).toBe(pairs.length);
    const element: Element = { name, attributes: Object.fromEntries(pairs), children: [] };
    open.at(-1)?.children.push(element);
    if (end === '') open.push(element);
  }
  expect(open).toEqual([top]);
  expect(top.children).toHaveLength(1);
  return top.children[0] ?? expect.fail();
}

describe('check --format checkstyle', () => {
  it.each(HOSTILE)('is well-formed XML that says the same, with %j in names and code', (text) => {
    const folder = hostileFolder(text);
    const { name, children: files } = readXml(checkAs('checkstyle', folder).stdout);
    expect(name).toBe('checkstyle');
    const problems = problemsIn(folder);
    expect(files.map((file) => file.name)).toEqual(['file']);
    expect(files[0]?.attributes).toEqual({ name: problems[0]?.file });
    expect(files[0]?.children.map((error) => [error.name, error.attributes])).toEqual(
      problems.map(({ rule, severity, message, range: { start } }) => [
        'error',
        {
          line: String(start.line + 1),
          column: String(start.character + 1),
          severity: severity === 'hint' ? 'info' : severity,
          message,
          source: `terraform-ecr.${rule}`,
        },
      ]),
    );
  });

  it.each(['\u0001', '\u001b[31m', '\u000b', '\u007f', '\uffff', '\r', '\t', '\u0085'])(
    'is well-formed with the character %j, which XML may not hold, in names and code',
    (character) => {
      const { children } = readXml(checkAs('checkstyle', hostileFolder(`a${character}b`)).stdout);
      expect(children[0]?.children.length).toBeGreaterThan(1);
    },
  );

  it('lists the problems by file', () => {
    const folder = folderWith({ 'a.tf': WRONG, 'b/main.tf': WRONG, 'c/main.tf': 'locals {\n  a = 1\n}\n' });
    const { children } = readXml(checkAs('checkstyle', folder).stdout);
    expect(children.map(({ attributes }) => attributes['name'])).toEqual(['a.tf', 'b/main.tf']);
  });

  it('has no file, with status 0, where there is no problem', () => {
    const { status, stdout } = checkAs('checkstyle', folderWith({ 'main.tf': 'locals {\n  a = 1\n}\n' }));
    expect(status).toBe(0);
    expect(readXml(stdout).children).toEqual([]);
  });
});
