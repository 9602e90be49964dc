import { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pathsOf } from '../../../server/src/files/paths.ts';
import { inSystemSpelling } from '../../../server/src/files/realPaths.ts';
import { canonicalUri, resolvePath } from '../../../server/src/module/sources/uri.ts';

const NAMES = [
  'a (1)',
  "it's",
  'C++',
  '@scope',
  'a;b',
  'a,b',
  'x~1',
  'a!',
  '$x',
  'a=b',
  'a&b',
  'a:b',
  '50%',
  '%41',
  'ü',
  'a#b',
  'a?b',
  '[a]',
  '{b}',
  'a\\b',
];

describe('a path becomes one URI, and comes back', () => {
  const paths = pathsOf(posix);

  it.each(NAMES)('/code/%s/main.tf', (name) => {
    const path = `/code/${name}/main.tf`;
    const uri = paths.uriOf(path);
    expect(canonicalUri(uri)).toBe(uri);
    expect(paths.pathOf(uri)).toBe(path);
    expect(resolvePath(paths.uriOf('/code/x'), `../${name}/main.tf`)).toBe(uri);
  });

  it('on a system of its own roots', () => {
    expect(paths.uriOf('/')).toBe('file:///');
    expect(paths.pathOf('file:///')).toBe('/');
    expect(paths.pathOf('file://')).toBe('/');
    expect(paths.uriOf('/a/b/')).toBe('file:///a/b');
    expect(paths.pathOf('file://localhost/a')).toBe('/a');
    expect(paths.pathOf('file://server/share/a')).toBeNull();
    expect(paths.pathOf('vscode-vfs://github/a')).toBeNull();
    expect(paths.pathOf('file:///a%00b')).toBeNull();
  });
});

describe("Windows' paths", () => {
  const paths = pathsOf(win32);

  it.each([
    ['C:\\code\\main.tf', 'file:///c%3A/code/main.tf', 'c:\\code\\main.tf'],
    ['c:\\code\\main.tf', 'file:///c%3A/code/main.tf', 'c:\\code\\main.tf'],
    ['C:/code/main.tf', 'file:///c%3A/code/main.tf', 'c:\\code\\main.tf'],
    ['C:\\code\\sub\\..\\main.tf', 'file:///c%3A/code/main.tf', 'c:\\code\\main.tf'],
    [
      'C:\\Program Files (x86)\\RUNNER~1\\',
      'file:///c%3A/Program%20Files%20%28x86%29/RUNNER~1',
      'c:\\Program Files (x86)\\RUNNER~1',
    ],
    ['C:\\', 'file:///c%3A', 'c:\\'],
    ['\\\\Server\\share\\a@b\\main.tf', 'file://server/share/a%40b/main.tf', '\\\\server\\share\\a@b\\main.tf'],
    ['\\\\server\\share', 'file://server/share', '\\\\server\\share'],
    ['\\\\?\\C:\\code\\main.tf', 'file:///c%3A/code/main.tf', 'c:\\code\\main.tf'],
    ['\\\\?\\UNC\\server\\share\\x.tf', 'file://server/share/x.tf', '\\\\server\\share\\x.tf'],
  ])('%s', (path, uri, back) => {
    expect(paths.uriOf(path)).toBe(uri);
    expect(canonicalUri(uri)).toBe(uri);
    expect(paths.pathOf(uri)).toBe(back);
  });

  it.each([
    ['file:///C:/code/main.tf', 'c:\\code\\main.tf'],
    ['file:///c:/code/main.tf', 'c:\\code\\main.tf'],
    ['file:///C%3A/code/main.tf', 'c:\\code\\main.tf'],
    ['file:///c%3a/code/a%2Bb.tf', 'c:\\code\\a+b.tf'],
    ['file://SERVER/share/x.tf', '\\\\server\\share\\x.tf'],
    ['file:///no/drive.tf', null],
    ['untitled:Untitled-1', null],
  ])('%s, as clients spell it', (uri, path) => {
    expect(paths.pathOf(uri)).toBe(path);
    expect(paths.pathOf(canonicalUri(uri))).toBe(path);
  });

  it('do not lead above a drive', () => {
    expect(resolvePath('file:///c%3A/code', '../x.json')).toBe('file:///c%3A/x.json');
    expect(resolvePath('file:///c%3A/code', '../../x.json')).toBeNull();
  });
});

describe('a path on a system that ignores case', () => {
  it.each([
    ['/users/me/Infra', '/Users/me/infra', '/Users/me/infra'],
    ['c:\\Code\\MAIN.tf', 'C:\\code\\main.tf', 'C:\\code\\main.tf'],
    ['/code/cafe\u0301', '/code/caf\u00e9', '/code/caf\u00e9'],
    ['/code/a', '/code/a', '/code/a'],
    ['/code/link', '/code/target', '/code/link'],
    ['/tmp/x', '/private/tmp/x', '/tmp/x'],
    ['C:\\RUNNER~1\\x', 'C:\\runneradmin\\x', 'C:\\RUNNER~1\\x'],
    ['/code/nowhere', null, '/code/nowhere'],
  ])('%s, on disk %s', (path, real, spelling) => {
    expect(inSystemSpelling(path, real)).toBe(spelling);
  });
});
