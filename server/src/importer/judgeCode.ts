import { Workspace } from '../module/workspace.ts';
import { problemsByFile } from '../problems/fileProblems.ts';
import { ProblemFinder } from '../problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../problems/settings.ts';
import type { ExistingRegistry, ExistingRepository } from './existing.ts';
import type { Chunk } from './write/chunk.ts';
import { printChunk } from './write/chunk.ts';
import { NO_CODE } from './write/codeAround.ts';
import { settingsSubject } from './write/separateBlocks.ts';
import { writeChunks } from './writeCode.ts';

/** The text of the chunks, without a newline at its end. */
export function printChunks(chunks: Iterable<Chunk>): string {
  const texts: string[] = [];
  for (const chunk of chunks) texts.push(printChunk(chunk));
  return texts.join('\n\n');
}

/**
 * The chunks of a registry, with comments on what AWS stores although a check warns about it or calls it an error. They
 * come one by one, so that the blocks of a large registry are never held all at once.
 */
export function* withJudgement(chunks: Iterable<Chunk>, registry: ExistingRegistry): Generator<Chunk> {
  const remarks = remarksBySubject(registry);
  for (const chunk of chunks) {
    const own = new Set(chunk.subjects.flatMap((subject) => remarks.get(subject) ?? []));
    yield own.size === 0 ? chunk : { ...chunk, remarks: [...chunk.remarks, ...own] };
  }
}

const JUDGED_URI = 'import:///registry/imports.tf';

/**
 * The remarks about each subject. Repositories with the same settings and policies are judged once, with resources of
 * their own, so that ten thousand of them cost no more than their differences.
 */
function remarksBySubject(registry: ExistingRegistry): ReadonlyMap<string, readonly string[]> {
  const repositories = representatives(registry.repositories);
  const options = { forEach: false, identity: false, regionArgument: registry.regions.length > 1 };
  const written = writeChunks({ ...registry, repositories }, options, NO_CODE);
  const chunks = [...written].filter(({ block }) => block?.type !== 'import');
  const workspace = new Workspace();
  workspace.openDocument(JUDGED_URI, `${printChunks(chunks)}\n`);
  const module = workspace.moduleOf(JUDGED_URI);
  if (module === undefined) return new Map();
  // A failing check adds no remark; the code is right without it.
  const finder = new ProblemFinder(() => undefined);
  const remarks = new Map<string, string[]>();
  const chunkAt = chunkFinder(chunks);
  for (const { start, problem } of problemsByFile(finder, module, DEFAULT_PROBLEM_SETTINGS).get(JUDGED_URI) ?? []) {
    if (problem.severity !== 'error' && problem.severity !== 'warning') continue;
    const remark = `AWS stores this, but ${problem.ruleId}: ${problem.message}`.replaceAll(/\s+/g, ' ');
    for (const subject of chunkAt(start)?.subjects ?? []) addTo(remarks, subject, remark);
  }
  return remarks;
}

/** One repository for each setting and each policy. */
function representatives(repositories: readonly ExistingRepository[]): ExistingRepository[] {
  const seen = new Set<string>();
  return repositories.filter((repository) => {
    const { lifecyclePolicy, accessPolicy } = repository;
    const traits = [settingsSubject(repository), `lifecycle ${lifecyclePolicy}`, `access ${accessPolicy}`];
    const isNew = traits.some((trait) => !seen.has(trait));
    for (const trait of traits) seen.add(trait);
    return isNew;
  });
}

function addTo(remarks: Map<string, string[]>, subject: string, remark: string): void {
  const known = remarks.get(subject);
  if (known === undefined) remarks.set(subject, [remark]);
  else if (!known.includes(remark)) known.push(remark);
}

/** Returns the chunk that contains an offset (UTF-16) of the printed text; offsets must not decrease. */
function chunkFinder(chunks: readonly Chunk[]): (offset: number) => Chunk | undefined {
  const ends: number[] = [];
  let end = 0;
  for (const chunk of chunks) {
    end += printChunk(chunk).length + 2;
    ends.push(end);
  }
  let index = 0;
  return (offset) => {
    while (index < ends.length - 1 && offset >= (ends[index] ?? 0)) index += 1;
    return chunks[index];
  };
}
