import { isJsonConfiguration } from '../../embedded/terraformJson.ts';
import type { Module } from '../../module/module.ts';
import type { Workspace } from '../../module/workspace.ts';
import type { SyntaxFile } from '../../syntax/tree/file.ts';
import type { PlacedJson } from './jsonNodes.ts';
import { jsonOfFile, placedJson } from './jsonNodes.ts';

/** A text with a known structure: code in Terraform's own language, or JSON (null when unreadable). */
export type ShapedText =
  | { readonly kind: 'code'; readonly syntax: SyntaxFile }
  | { readonly kind: 'json'; readonly text: string; readonly json: PlacedJson | null };

/** The text of a file of a module, of one that modules read, or of settings; null for any other. */
export function shapedTextAt(workspace: Workspace, module: Module, uri: string): ShapedText | null {
  const document = workspace.documentAt(uri);
  switch (document?.kind) {
    case 'policy':
      return { kind: 'json', text: document.file.text, json: jsonOfFile(document.file) };
    case 'settings':
      return jsonText(document.text);
    case 'module':
    case undefined:
      return shapedCode(module, uri);
  }
}

function shapedCode(module: Module, uri: string): ShapedText | null {
  const syntax = module.file(uri)?.syntax;
  if (syntax === undefined) return null;
  return isJsonConfiguration(uri) ? jsonText(syntax.text) : { kind: 'code', syntax };
}

function jsonText(text: string): ShapedText {
  return { kind: 'json', text, json: placedJson(text) };
}
