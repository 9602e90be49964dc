import type {
  CodeAction,
  CreateFile,
  Diagnostic,
  TextEdit as LspTextEdit,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { CodeActionKind, DiagnosticSeverity } from 'vscode-languageserver';
import type { Severity } from '../../checks/check.ts';
import { pageOf } from '../../facts/product/documentationPages.ts';
import type { SourceFiles } from '../../module/sources/sourceFiles.ts';
import type { PlacedProblem } from '../../problems/fileProblems.ts';
import type { FileEdits } from '../../service/fixes/fixEdits.ts';
import type { QuickFix } from '../../service/fixes/quickFixes.ts';
import type { RefactoringEdits } from '../../service/refactorings/refactor.ts';
import { resolvePlace } from '../../syntax/tree/place.ts';
import type { Positions } from './positions.ts';
import type { ClientUris } from './uris.ts';

/** Converts places of the server into places of the client. */
export interface ClientPlaces {
  readonly positions: Positions;
  readonly uris: ClientUris;
}

/** The `source` of every diagnostic. */
const SOURCE = 'terraform-ecr';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A problem in protocol terms, or null when its file no longer exists. `pages` is the address of the rules' pages. */
export function toDiagnostic(
  placed: PlacedProblem,
  sources: SourceFiles,
  { positions, uris }: ClientPlaces,
  pages: string,
): Diagnostic | null {
  const range = positions.range(placed.uri, placed);
  if (range === null) return null;
  const { ruleId, severity, message, related } = placed.problem;
  const relatedInformation = related.flatMap(({ place, message: text }) => {
    const file = sources.syntaxOf(place.uri);
    const offsets = file && resolvePlace(file, place);
    const relatedRange = offsets && positions.range(place.uri, offsets);
    return relatedRange ? [{ location: { uri: uris.spelling(place.uri), range: relatedRange }, message: text }] : [];
  });
  return {
    range,
    severity: SEVERITIES[severity],
    source: SOURCE,
    code: ruleId,
    codeDescription: { href: pageOf(ruleId, pages) },
    message,
    ...(relatedInformation.length > 0 ? { relatedInformation } : {}),
  };
}

/** Edits by file in protocol terms. */
export function toWorkspaceEdit(files: FileEdits, { positions, uris }: ClientPlaces): WorkspaceEdit {
  const changes: Record<string, LspTextEdit[]> = {};
  for (const [uri, edits] of files) {
    changes[uris.spelling(uri)] = edits.flatMap(({ start, end, text }) => {
      const range = positions.range(uri, { start, end });
      return range === null ? [] : [{ range, newText: text }];
    });
  }
  return { changes };
}

/** The kind of a fix: below the protocol's kind, with its rule, so that a key can be bound to the fixes of one rule. */
export function fixKind({ problem }: QuickFix): string {
  return `${CodeActionKind.QuickFix}.${problem.problem.ruleId}`;
}

export function toCodeAction(fix: QuickFix, diagnostic: Diagnostic | null, places: ClientPlaces): CodeAction {
  return {
    title: fix.title,
    kind: fixKind(fix),
    isPreferred: fix.isPreferred,
    ...(diagnostic === null ? {} : { diagnostics: [diagnostic] }),
    edit: toWorkspaceEdit(fix.edits, places),
  };
}

/** The edits of a refactoring, preceded by the files that must be created; it is refused when one already exists. */
export function toRefactoringEdit({ edits, created }: RefactoringEdits, places: ClientPlaces): WorkspaceEdit {
  const { changes = {} } = toWorkspaceEdit(edits, places);
  if (created.length === 0) return { changes };
  const start = { line: 0, character: 0 };
  const documentChanges: (CreateFile | TextDocumentEdit)[] = created.flatMap(({ uri, text }) => [
    { kind: 'create' as const, uri: places.uris.spelling(uri), options: { overwrite: false, ignoreIfExists: false } },
    {
      textDocument: { uri: places.uris.spelling(uri), version: null },
      edits: [{ range: { start, end: start }, newText: text }],
    },
  ]);
  for (const [uri, own] of Object.entries(changes)) {
    documentChanges.push({ textDocument: { uri, version: null }, edits: own });
  }
  return { documentChanges };
}
