import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../server/src/checks/registry.ts';
import { commentsOf } from '../support/comments.ts';
import { STILTED_PHRASES } from './stiltedPhrases.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Texts for users in separate files; `checks/` has the messages. */
const USER_TEXTS =
  /^(?:README|CHANGELOG|CONTRIBUTING|SECURITY)\.md$|^docs\/.*\.md$|^package\.nls\.json$|^snippets\/.*\.json$/;

const CODE = /^(?:server|client|scripts|test)\/.*\.(?:ts|mjs)$/;

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => !file.endsWith('stiltedPhrases.ts'));

describe('plain English', () => {
  it('is what comments are written in', () => {
    const comments = files
      .filter((file) => CODE.test(file))
      .flatMap((file) => commentsOf(textOf(file)).map(({ line, text }) => ({ place: `${file}:${line}`, text })));
    expect(comments.length).toBeGreaterThan(1000);
    expect(
      stiltedIn(
        comments,
        STILTED_PHRASES.filter(({ isForUsers }) => isForUsers !== true),
      ),
    ).toEqual([]);
  });

  it('is what users read in pages, settings and snippets', () => {
    const texts = files
      .filter((file) => USER_TEXTS.test(file))
      .flatMap((file) =>
        textOf(file)
          .split('\n')
          .map((text, index) => ({ place: `${file}:${index + 1}`, text })),
      );
    expect(texts.length).toBeGreaterThan(1000);
    expect(stiltedIn(texts)).toEqual([]);
  });

  it('is what checks say', () => {
    const titles = CHECKS.map(({ id, title }) => ({ place: id, text: title }));
    const messages = files
      .filter((file) => /^server\/src\/.*\.ts$/.test(file))
      .flatMap((file) => stringsOf(textOf(file)).map((text) => ({ place: file, text })));
    expect(stiltedIn([...titles, ...messages])).toEqual([]);
  });
});

function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** The string literals of a source with several words, line by line. */
function stringsOf(source: string): readonly string[] {
  const code = source
    .replace(/\$\{[^{}]*\}/g, '…')
    .split('\n')
    .filter((line) => !/^\s*(?:\*|\/\/|\/\*\*|import )/.test(line));
  return code.flatMap(
    (line) => line.match(/'(?:[^'\\]|\\.)* (?:[^'\\]|\\.)*'|`[^`]* [^`]*`|"(?:[^"\\]|\\.)* (?:[^"\\]|\\.)*"/g) ?? [],
  );
}

function stiltedIn(texts: readonly { place: string; text: string }[], phrases = STILTED_PHRASES): readonly string[] {
  return texts.flatMap(({ place, text }) =>
    phrases.flatMap(({ phrase, better }) => {
      const found = phrase.exec(text)?.[0];
      return found === undefined ? [] : [`${place} says "${found}"; better: ${better}`];
    }),
  );
}
