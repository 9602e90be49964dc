import { Evaluator } from '../../evaluate/evaluate.ts';
import { modulePage, resourcePage } from '../../facts/product/documentationPages.ts';
import { bodyFact } from '../../facts/provider/resources.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import { literalText } from '../../module/declarations/literals.ts';
import type { Module } from '../../module/module.ts';
import { calledDirectory } from '../../module/moduleCalls.ts';
import { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { append } from '../../syntax/arrays.ts';
import { treeOfPiece } from '../../syntax/tree/file.ts';
import type { FunctionCall, Range } from '../../syntax/tree/tree.ts';
import { visit } from '../../syntax/tree/walkTree.ts';
import { mainFileOf } from '../navigation/definition.ts';

/** A text with a link. Offsets of the file, half-open, UTF-16. */
export interface Link extends Range {
  /** `file`: another text of the workspace; `page`: the page of a module; `type`: the page of a type. */
  readonly leads: 'file' | 'page' | 'type';
  readonly uri: string;
}

/** Functions whose first argument is the path of a file that is read. */
const READERS = new Set(['file', 'templatefile', 'filebase64', 'fileexists']);

/**
 * The links of a file of a module: files that it reads, modules that it calls, pages about ECR types. `isReachable`
 * tells which files the editor may open.
 */
export function linksOf(module: Module, uri: string, isReachable: (uri: string) => boolean): readonly Link[] {
  const scope = new RecordingScope(module);
  return (module.file(uri)?.syntax.pieces ?? []).flatMap(({ piece, offset }) => {
    const links: Link[] = [];
    // Most pieces read no files, and their trees need not be walked.
    if (piece.text.includes('file')) {
      visit(treeOfPiece(piece).body, (node) => {
        if (node.kind !== 'FunctionCall' || !READERS.has(node.name.text)) return;
        const link = fileLink(node, new Evaluator(scope), { uri, piece }, scope);
        if (link !== null && isReachable(link.uri)) links.push(link);
      });
    }
    append(
      links,
      module.declarations(piece).blocks.flatMap((declaration) => blockLinks(declaration, module)),
    );
    return links.map(({ start, end, ...link }) => ({ ...link, start: offset + start, end: offset + end }));
  });
}

function fileLink(
  { arguments: [path] }: FunctionCall,
  evaluator: Evaluator,
  source: BlockDeclaration['source'],
  scope: RecordingScope,
): Link | null {
  if (path === undefined) return null;
  const value = evaluator.evaluate({ source, expression: path });
  const target = value.kind === 'string' ? scope.uriOfFile(value.value) : null;
  return target === null ? null : { ...within(source.piece.text, path), leads: 'file', uri: target };
}

function blockLinks(declaration: BlockDeclaration, module: Module): Link[] {
  const { type, block, source } = declaration;
  const label = block.labels[0];
  if (type === 'module') {
    const attribute = attributeOf(block, 'source');
    const text = literalText(attribute?.value);
    if (attribute === undefined || text === null) return [];
    const range = within(source.piece.text, attribute.value);
    const directory = calledDirectory(declaration, module.directory);
    const called = directory === null ? undefined : module.environment.moduleAt(directory);
    const file = called && mainFileOf(called);
    const page = modulePage(text);
    if (file !== undefined) return [{ ...range, leads: 'file', uri: file }];
    return page === null ? [] : [{ ...range, leads: 'page', uri: page }];
  }
  if (label?.text == null || bodyFact(type, label.text) === undefined) return [];
  return [{ ...within(source.piece.text, label), leads: 'type', uri: resourcePage(type, label.text) }];
}

/** A range without the quotes around it. */
function within(text: string, { start, end }: Range): Range {
  const isQuoted = end - start >= 2 && text[start] === '"' && text[end - 1] === '"';
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}
