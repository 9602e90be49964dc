import { asMarkdown } from '../../syntax/shown/markdown.ts';
import { printable, printableJson } from '../../syntax/shown/printable.ts';
import { printColumns } from '../columns.ts';
import type { RepositoryRow } from './makeList.ts';

/** The formats of a list of repositories. */
export const LIST_FORMATS = ['text', 'json', 'markdown'] as const;

export type ListFormat = (typeof LIST_FORMATS)[number];

const HEAD = ['repository', 'tags', 'scanning', 'pull', 'push', 'problems', 'lifecycle policy', 'where'];

/** Repositories as a list in a format. */
export function printList(rows: readonly RepositoryRow[], format: ListFormat): string {
  switch (format) {
    case 'json':
      return printableJson({ version: 1, repositories: rows, summary: { repositories: rows.length } }, 1);
    case 'markdown':
      return [
        HEAD,
        HEAD.map(() => '---'),
        ...rows.map((row) => cellsOf(row).map((cell) => asMarkdown(printable(cell)))),
      ]
        .map((cells) => `| ${cells.join(' | ')} |`)
        .join('\n');
    case 'text':
      return rows.length === 0
        ? 'No repository is declared here.'
        : printColumns([HEAD, ...rows.map((row) => cellsOf(row).map(printable))]).join('\n');
  }
}

function cellsOf(row: RepositoryRow): readonly string[] {
  const { address, name, tagMutability, scanning, pull, push, lifecycle, file, range } = row;
  return [
    name === null ? address : `${name} (${address})`,
    ...[tagMutability, scanning, pull, push].map(known),
    problemsOf(row),
    known(lifecycle),
    `${file}:${range.start.line + 1}`,
  ];
}

function known(text: string | null): string {
  return text ?? 'not known';
}

function problemsOf({ problems: { error, warning } }: RepositoryRow): string {
  const told = [...counted(error, 'error'), ...counted(warning, 'warning')];
  return told.length === 0 ? 'none' : told.join(', ');
}

function counted(number: number, word: string): string[] {
  return number === 0 ? [] : [`${number} ${word}${number === 1 ? '' : 's'}`];
}
