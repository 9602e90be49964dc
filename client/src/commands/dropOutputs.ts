import type { DataTransfer, Disposable, DocumentSelector } from 'vscode';
import { DocumentDropEdit, languages, Uri } from 'vscode';
import { codeFor, readOutputs } from './importRepositories.ts';

/** The form in which dropped files arrive: a URI a line. */
const URI_LIST = 'text/uri-list';

/** Turns JSON files that are dropped into a Terraform file into import blocks, where they are outputs of the AWS CLI. */
export function acceptDroppedOutputs(selector: DocumentSelector): Disposable {
  return languages.registerDocumentDropEditProvider(selector, {
    async provideDocumentDropEdits(document, _position, transfer) {
      const files = await filesIn(transfer);
      if (files.length === 0 || !files.every(({ path }) => path.endsWith('.json'))) return undefined;
      const answer = await codeFor(await readOutputs(files), document.uri);
      return answer?.kind === 'code' ? new DocumentDropEdit(answer.code) : undefined;
    },
  });
}

async function filesIn(transfer: DataTransfer): Promise<Uri[]> {
  const list = (await transfer.get(URI_LIST)?.asString()) ?? '';
  return list
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => Uri.parse(line));
}
