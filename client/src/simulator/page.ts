import type { Uri, Webview } from 'vscode';
import { env, l10n } from 'vscode';
import type { ReaderLanguage } from './messages.ts';

const ENGLISH: ReaderLanguage = { tag: 'en', words: {} };

/** The language of the editor, with our translations; English when there are none. */
export function editorLanguage(): ReaderLanguage {
  return l10n.bundle === undefined ? ENGLISH : { tag: env.language, words: l10n.bundle };
}

/**
 * The view's page: its script and style are files of the extension, and nothing else may run or load. In `body`, which
 * is HTML, no text of a document is active.
 */
export function simulatorPage(
  webview: Webview,
  script: Uri,
  style: Uri,
  body = '<main></main>',
  language: ReaderLanguage = ENGLISH,
): string {
  const { cspSource } = webview;
  const policy = [
    "default-src 'none'",
    `style-src ${cspSource}`,
    `script-src ${cspSource}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return [
    '<!DOCTYPE html>',
    `<html lang="${language.tag.replaceAll(/[^\w-]/g, '')}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<link rel="stylesheet" href="${webview.asWebviewUri(style)}">`,
    '</head>',
    '<body>',
    body,
    `<script type="application/json" id="words">${JSON.stringify(language).replaceAll('<', '\\u003c')}</script>`,
    `<script src="${webview.asWebviewUri(script)}"></script>`,
    '</body>',
    '</html>',
  ].join('\n');
}
