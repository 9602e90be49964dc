import type { Uri, Webview } from 'vscode';

/**
 * The view's page: its script and style are files of the extension, and nothing else may run or load. `body` is
 * HTML in which nothing of a document is alive.
 */
export function simulatorPage(webview: Webview, script: Uri, style: Uri, body = '<main></main>'): string {
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
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<link rel="stylesheet" href="${webview.asWebviewUri(style)}">`,
    '</head>',
    '<body>',
    body,
    `<script src="${webview.asWebviewUri(script)}"></script>`,
    '</body>',
    '</html>',
  ].join('\n');
}
