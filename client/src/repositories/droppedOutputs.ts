import type { DataTransfer, DataTransferFile, TreeDragAndDropController } from 'vscode';
import { Uri } from 'vscode';
import type { GivenOutput } from '../../../server/src/protocol/importAnswers.ts';
import { decodeText } from '../../../server/src/simulate/input/decodeText.ts';
import { importOutputs, readOutputs } from '../commands/importRepositories.ts';

/** Addresses of files of the editor, one a line. */
const ADDRESSES = 'text/uri-list';

/** Imports AWS CLI output that is dropped on the list of repositories: files of the editor's lists or of the system. */
export const DROPPED_OUTPUTS: TreeDragAndDropController<never> = {
  dropMimeTypes: [ADDRESSES, 'files'],
  dragMimeTypes: [],
  async handleDrop(_, dropped) {
    const outputs = await outputsIn(dropped);
    if (outputs.length > 0) await importOutputs(outputs);
  },
};

async function outputsIn(dropped: DataTransfer): Promise<readonly GivenOutput[]> {
  const files = [...dropped].flatMap(([, item]) => item.asFile() ?? []);
  if (files.length > 0) return Promise.all(files.map(outputOf));
  const addresses = (await dropped.get(ADDRESSES)?.asString()) ?? '';
  const lines = addresses.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  return readOutputs(lines.map((line) => Uri.parse(line)));
}

async function outputOf(file: DataTransferFile): Promise<GivenOutput> {
  const folder = file.uri?.path.split('/').at(-2) ?? null;
  return { name: file.name, folder, text: decodeText(await file.data()) };
}
