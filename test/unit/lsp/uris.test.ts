import { describe, expect, it } from 'vitest';
import { ClientUris } from '../../../server/src/lsp/convert/uris.ts';
import { canonicalUri } from '../../../server/src/module/sources/uri.ts';

describe('one spelling for each file', () => {
  it.each([
    ['file:///home/me/a@b/main.tf', 'file:///home/me/a%40b/main.tf'],
    ['file:///home/me/a%40b/main.tf', 'file:///home/me/a%40b/main.tf'],
    ['file:///C:/project/main.tf', 'file:///c%3A/project/main.tf'],
    ['file:///c%3A/project/main.tf', 'file:///c%3A/project/main.tf'],
    ['file:///with space/(x)+y/ü.tf', 'file:///with%20space/%28x%29%2By/%C3%BC.tf'],
    ['file:///broken%/main.tf', 'file:///broken%25/main.tf'],
    ['file://server/share/main.tf', 'file://server/share/main.tf'],
    ['untitled:Untitled-1', 'untitled:Untitled-1'],
    ['vscode-vfs://github/o/r/main.tf', 'vscode-vfs://github/o/r/main.tf'],
  ])('%s', (uri, canonical) => {
    expect(canonicalUri(uri)).toBe(canonical);
    expect(canonicalUri(canonical)).toBe(canonical);
  });

  it("gives the client's own spelling back", () => {
    const uris = new ClientUris();
    expect(uris.note('file:///C:/a@b.tf')).toBe('file:///c%3A/a%40b.tf');
    expect(uris.spelling('file:///c%3A/a%40b.tf')).toBe('file:///C:/a@b.tf');
    expect(uris.spelling('file:///never/seen.tf')).toBe('file:///never/seen.tf');
  });
});
