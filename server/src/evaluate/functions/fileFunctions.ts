import { undecodedAt } from '../../facts/language/undecoded.ts';
import { normalizeMapped } from '../../syntax/normalizedText.ts';
import type { Bindings } from '../bindings.ts';
import { bind } from '../bindings.ts';
import type { EvaluationFrame } from '../evaluationFrame.ts';
import type { FileAnswer } from '../scope.ts';
import { computedBoolean, computedString, failed, UNLISTED, unknown } from '../values/makeValue.ts';
import { effectiveMembers } from '../values/partsOfValue.ts';
import type { ObjectValue, Value } from '../values/value.ts';
import type { Arguments } from './arguments.ts';

/** The functions about files and their names; the scope reads the files. */
const FILE_FUNCTIONS: ReadonlyMap<string, (frame: EvaluationFrame, given: Arguments) => Value> = new Map([
  ['file', (frame, given) => textOfFile(frame.evaluator.scope.readFile(given.text(0)), given)],
  ['fileexists', fileExists],
  ['templatefile', renderFile],
  ['basename', (_, given) => computedString(basename(given.text(0)), given.at)],
  ['dirname', (_, given) => computedString(dirname(given.text(0)), given.at)],
]);

/** The names of the functions about files. */
export const FILE_FUNCTION_NAMES: readonly string[] = [...FILE_FUNCTIONS.keys()];

/** A file function by name; the scope reads the file. Undefined for another name. */
export function fileFunction(frame: EvaluationFrame, name: string): ((given: Arguments) => Value) | undefined {
  const called = name === 'fileset' ? leaveUnlisted : FILE_FUNCTIONS.get(name);
  return called && ((given) => called(frame, given));
}

/** Folders are not listed, so that what is in one is counted as unread. */
function leaveUnlisted({ evaluator }: EvaluationFrame, given: Arguments): Value {
  const path = `${given.text(0)}/${given.text(1)}`.replace(/^(?:\.\/+)+/, '').replaceAll(/\/{2,}/g, '/');
  evaluator.scope.leaveUnread(path, UNLISTED);
  return unknown(UNLISTED, given.at);
}

function fileExists(frame: EvaluationFrame, given: Arguments): Value {
  const answer = frame.evaluator.scope.readFile(given.text(0));
  return answer.kind === 'unknown' ? given.unknown(answer.because) : computedBoolean(answer.kind === 'text', given.at);
}

function textOfFile(answer: FileAnswer, given: Arguments): Value {
  if (answer.kind === 'missing') return noFile(given);
  if (answer.kind === 'unknown') return unknown(answer.because, given.at);
  const { text, place } = answer;
  const undecoded = undecodedAt(text);
  if (undecoded !== -1) return notUtf8(text, undecoded, given);
  const segments = [{ kind: 'verbatim' as const, start: 0, end: text.length, place }];
  const mapped = normalizeMapped({ text, segments, quoting: 'none' as const, place });
  return { kind: 'string', value: mapped.text, mapped, ...given.at, derived: true };
}

/** The failure of a call that names a missing file. */
function noFile(given: Arguments): Value {
  return { ...failed(`no file exists at ${JSON.stringify(given.text(0))}`, given.at), mistake: 'missing-file' };
}

/** The failure of a call that names a file with a byte that is not UTF-8. */
function notUtf8(text: string, undecoded: number, given: Arguments): Value {
  const before = text.slice(0, undecoded).split('\n');
  const place = `line ${before.length}, character ${(before.at(-1)?.length ?? 0) + 1}`;
  return { ...failed(`the file is not valid UTF-8 (${place})`, given.at), mistake: 'encoding' };
}

function renderFile(frame: EvaluationFrame, given: Arguments): Value {
  const answer = frame.evaluator.scope.readFile(given.text(0));
  if (answer.kind === 'missing') return noFile(given);
  if (answer.kind === 'unknown') return unknown(answer.because, given.at);
  const undecoded = undecodedAt(answer.text);
  if (undecoded !== -1) return notUtf8(answer.text, undecoded, given);
  const located = answer.template;
  const variables = given.closedObject(1);
  if (located === null) {
    return /[$%]\{/.test(answer.text) ? unknown('the template cannot be read', given.at) : textOfFile(answer, given);
  }
  const value = frame.elsewhere(located.source, namesOf(variables)).evaluate(located.expression);
  return endAsFile(value, answer.text);
}

function namesOf(variables: ObjectValue): Bindings | null {
  return effectiveMembers(variables).reduce<Bindings | null>((names, { key, value }) => bind(names, key, value), null);
}

/** A template is read as a heredoc, which always ends with a newline; the file need not. */
function endAsFile(value: Value, text: string): Value {
  if ((value.kind !== 'string' && value.kind !== 'partial-string') || text.endsWith('\n')) return value;
  const { mapped } = value;
  const end = mapped.text.length - 1;
  const segments = mapped.segments
    .map((segment) => (segment.end > end ? { ...segment, end } : segment))
    .filter((segment) => segment.end > segment.start);
  const shorter = { ...mapped, text: mapped.text.slice(0, end), segments };
  return value.kind === 'string' ? { ...value, value: shorter.text, mapped: shorter } : { ...value, mapped: shorter };
}

function basename(path: string): string {
  const trimmed = path.replace(/\/+$/, '');
  if (trimmed === '') return path === '' ? '.' : '/';
  return trimmed.slice(trimmed.lastIndexOf('/') + 1);
}

function dirname(path: string): string {
  const slash = path.lastIndexOf('/');
  if (slash === -1) return '.';
  const parts = path
    .slice(0, slash)
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  const clean: string[] = [];
  for (const part of parts) {
    if (part === '..' && clean.length > 0 && clean.at(-1) !== '..') clean.pop();
    else clean.push(part);
  }
  const joined = clean.join('/');
  if (path.startsWith('/')) return `/${joined}`;
  return joined === '' ? '.' : joined;
}
