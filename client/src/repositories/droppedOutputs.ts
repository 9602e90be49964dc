import type { DataTransfer, DataTransferFile, TreeDragAndDropController } from 'vscode';
import { l10n, Uri, window } from 'vscode';
import type { GivenOutput } from '../../../server/src/protocol/importAnswers.ts';
import { decodeText } from '../../../server/src/simulate/input/decodeText.ts';
import { importOutputs } from '../commands/importRepositories.ts';
import { bytesOf, OUTPUT, readDragged, readDropped } from '../given/givenFiles.ts';

/** Addresses of files of the editor, one a line. */
const ADDRESSES = 'text/uri-list';

/** More files are not dropped on purpose. */
const MOST_FILES = 100;

/**
 * Imports AWS CLI output that is dropped on the list of repositories: files that another program passes, and files
 * of the editor's lists, which are read only from the opened folders.
 */
export const DROPPED_OUTPUTS: TreeDragAndDropController<never> = {
  dropMimeTypes: [ADDRESSES, 'files'],
  dragMimeTypes: [],
  async handleDrop(_, dropped) {
    try {
      const outputs = await outputsIn(dropped);
      if (outputs.length > 0) await importOutputs(outputs);
    } catch (error) {
      await window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  },
};

async function outputsIn(dropped: DataTransfer): Promise<readonly GivenOutput[]> {
  const files = [...dropped].flatMap(([, item]) => item.asFile() ?? []);
  if (files.length > 0) return eachOf(files, outputOf);
  const addresses = (await dropped.get(ADDRESSES)?.asString()) ?? '';
  return eachOf(
    addresses.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#')),
    outputAt,
  );
}

/** One after the other, so that no more than one file is held beside the texts. */
async function eachOf<T>(given: readonly T[], read: (one: T) => Promise<GivenOutput>): Promise<readonly GivenOutput[]> {
  if (given.length > MOST_FILES) throw new Error(l10n.t('At most {0} files can be dropped at once.', MOST_FILES));
  const outputs: GivenOutput[] = [];
  for (const one of given) outputs.push(await read(one));
  return outputs;
}

async function outputOf(file: DataTransferFile): Promise<GivenOutput> {
  const text = decodeText(bytesOf(await readDropped(file, OUTPUT)));
  return { name: file.name, folder: file.uri?.path.split('/').at(-2) ?? null, text };
}

async function outputAt(address: string): Promise<GivenOutput> {
  const file = await readDragged(address, OUTPUT);
  const text = decodeText(bytesOf(file));
  return { name: file.name, folder: Uri.parse(address).path.split('/').at(-2) ?? null, text };
}
