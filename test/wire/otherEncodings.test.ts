import { afterEach, describe, expect, it } from 'vitest';
import { folderWith, removeFolders, run } from './support.ts';

afterEach(removeFolders);

const REPOSITORY = 'resource "aws_ecr_repository" "app" {\n  name = "team/app"\n}\n';
const WRONG =
  'resource "aws_ecr_repository" "wrong" {\n  name                 = "team/wrong"\n  image_tag_mutability = "IMUTABLE"\n}\n';
const POLICY = `resource "aws_ecr_lifecycle_policy" "p" {
  repository = aws_ecr_repository.app.name
  policy     = file("p.json")
}
`;
const JSON_CODE = JSON.stringify({ resource: { aws_ecr_repository: { app: { name: 'team/app' } } } });

const littleEndian = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
const bigEndian = (text: string) => littleEndian(text).swap16();

const UTF_16 = 'it is UTF-16, which Terraform refuses; save it as UTF-8';
const BINARY = 'it is a binary file';

/** A file that cannot be read as UTF-8, and why not. */
const UNREAD: Readonly<Record<string, readonly [name: string, bytes: Buffer, because: string]>> = {
  'UTF-16, little end first': ['app.tf', littleEndian(REPOSITORY), UTF_16],
  'UTF-16, big end first': ['app.tf', bigEndian(REPOSITORY), UTF_16],
  'UTF-16 with a letter beyond ASCII': ['app.tf', littleEndian(`# für\n${REPOSITORY}`), UTF_16],
  'UTF-16 with CRLF': ['app.tf', littleEndian(REPOSITORY.replaceAll('\n', '\r\n')), UTF_16],
  'UTF-16 for OpenTofu': ['app.tofu', bigEndian(REPOSITORY), UTF_16],
  'UTF-16 in JSON': ['app.tf.json', littleEndian(JSON_CODE), UTF_16],
  'UTF-16 without a mark': ['app.tf', littleEndian(REPOSITORY).subarray(2), BINARY],
  'a NUL at the end': ['app.tf', Buffer.from(`${REPOSITORY}\0`), BINARY],
  'a NUL in a comment': ['app.tf', Buffer.from(`# \0\n${REPOSITORY}`), BINARY],
  'an image': ['app.tf', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d]), BINARY],
};

describe('a file in another encoding', () => {
  it.each(Object.entries(UNREAD))('is named, and the others are checked: %s', (_, [name, bytes, because]) => {
    const folder = folderWith({
      [name]: bytes,
      'policy.tf': POLICY.replace('file("p.json")', '""'),
      'wrong.tf': WRONG,
    });
    const { status, stdout, stderr } = run(folder, 'check', '.', '--format', 'json');
    expect(status).toBe(2);
    expect(stderr).toBe(`terraform-ecr: ${name} cannot be read: ${because}\n`);
    // Nothing is said of the repository, which that file may declare.
    const { problems } = JSON.parse(stdout) as { readonly problems: readonly { readonly rule: string }[] };
    expect(problems.map(({ rule }) => rule)).toEqual(['policy-length', 'repository-mutability-value']);
  });

  it.each([
    ['little end first', littleEndian('{"rules":[]}'), UTF_16],
    ['big end first', bigEndian('{"rules":[]}'), UTF_16],
    ['with a NUL', Buffer.from('{"rules":[]}\0'), BINARY],
  ])('is counted as unread where an expression reads it: %s', (_, bytes, because) => {
    const folder = folderWith({ 'main.tf': `${REPOSITORY}${POLICY}`, 'p.json': bytes });
    const { status, stdout } = run(folder, 'check', '.', '--format', 'json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ problems: [], unread: [{ file: 'p.json', because }] });
  });

  it('is UTF-8 with a mark at its beginning', () => {
    const folder = folderWith({ 'main.tf': `\uFEFF${WRONG}` });
    expect(run(folder, 'check', '.')).toMatchObject({ status: 1, stderr: '' });
  });
});
