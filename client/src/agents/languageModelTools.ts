import type { Disposable, ExtensionContext, WorkspaceFolder } from 'vscode';
import { commands, FileType, LanguageModelTextPart, LanguageModelToolResult, lm, Uri, workspace } from 'vscode';
import { SERVER_COMMANDS } from '../../../server/src/protocol/commandNames.ts';

/** What the server answers to an agent. */
interface AgentAnswer {
  readonly text: string;
  readonly isError: boolean;
}

type Input = Readonly<Record<string, unknown>>;

/** Larger files are refused, in bytes. */
const FILE_LIMIT = 20_000_000;

/** The arguments that name a JSON file, and those that take its text. */
const FILES = { imagesPath: 'images', planPath: 'plan' } as const;

/** Registers the manifest's tools for language models. They read the workspace and change nothing. */
export function registerLanguageModelTools({ extension }: ExtensionContext): Disposable[] {
  const tools: readonly { readonly name: string }[] = extension.packageJSON.contributes.languageModelTools;
  return tools.map(({ name }) =>
    lm.registerTool<Input>(name, {
      async invoke({ input }) {
        const { text, isError } = await ask(name.slice(name.indexOf('_') + 1), input);
        if (isError) throw new Error(text);
        return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
      },
    }),
  );
}

async function ask(tool: string, input: Input): Promise<AgentAnswer> {
  const folder = folderFor(input['path']);
  const path = insideOf(folder, typeof input['path'] === 'string' ? input['path'] : '.');
  const asked = { ...(await withTexts(folder, input)), path: path.toString() };
  const withPath = tool === 'review' ? withoutPath(asked) : asked;
  const answer = await commands.executeCommand<AgentAnswer | null>(
    SERVER_COMMANDS.agent,
    tool,
    withPath,
    folder.uri.toString(),
  );
  return answer ?? { text: 'The server could not answer.', isError: true };
}

function withoutPath({ path: _path, ...rest }: Input): Input {
  return rest;
}

/** The folder whose name begins a path, when there are several; else the first. */
function folderFor(path: unknown): WorkspaceFolder {
  const folders = workspace.workspaceFolders ?? [];
  const [first] = folders;
  if (first === undefined) throw new Error('No folder is open.');
  const name = typeof path === 'string' ? path.split('/')[0] : undefined;
  return folders.length < 2 ? first : (folders.find((folder) => folder.name === name) ?? first);
}

function insideOf(folder: WorkspaceFolder, path: string): Uri {
  const folders = workspace.workspaceFolders ?? [];
  const isNamed = folders.length > 1 && path.split('/')[0] === folder.name;
  const uri = Uri.joinPath(folder.uri, isNamed ? path.slice(folder.name.length) : path);
  const root = folder.uri.path.replace(/\/+$/, '');
  if (uri.path !== root && !uri.path.startsWith(`${root}/`)) throw new Error('path leads out of the workspace');
  return uri;
}

/** The input with the texts of the files that it names, because the server reads none. */
async function withTexts(folder: WorkspaceFolder, input: Input): Promise<Input> {
  const texts: Record<string, unknown> = { ...input };
  for (const [from, to] of Object.entries(FILES)) {
    const path = texts[from];
    if (typeof path !== 'string' || texts[to] !== undefined) continue;
    delete texts[from];
    texts[to] = await textOf(insideOf(folder, path), path);
  }
  return texts;
}

async function textOf(uri: Uri, path: string): Promise<string> {
  const { type, size } = await workspace.fs.stat(uri);
  // The target of a link cannot be determined.
  if (type !== FileType.File) throw new Error(`${path} is not a regular file`);
  if (size > FILE_LIMIT) throw new Error(`${path} is too large`);
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}
