import type { Disposable, Event, FileChangeEvent, FileStat, FileSystemProvider } from 'vscode';
import {
  EventEmitter,
  FileChangeType,
  FileSystemError,
  FileType,
  l10n,
  TabInputText,
  Uri,
  window,
  workspace,
} from 'vscode';

/** The scheme of the example, which lives in memory. */
export const EXAMPLE_SCHEME = 'terraform-ecr-example';

const EXAMPLE = Uri.from({ scheme: EXAMPLE_SCHEME, path: '/example.tf' });

/** Changes are saved after a pause of this many milliseconds, so that a formatter on save does not disturb typing. */
const REST = 500;

/**
 * The example as a file in memory. What is tried in it is saved soon, so that it can be closed without a question, and
 * nothing reaches the disk. Opening it after its tab was closed brings the first text back.
 */
export class ExampleFiles implements FileSystemProvider, Disposable {
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile: Event<FileChangeEvent[]> = this.#changed.event;
  readonly #listeners: readonly Disposable[];
  #content = firstContent();
  #changedAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.#listeners = [
      workspace.registerFileSystemProvider(EXAMPLE_SCHEME, this, { isCaseSensitive: true }),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.scheme !== EXAMPLE_SCHEME || !document.isDirty) return;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => document.isDirty && void document.save(), REST);
      }),
    ];
  }

  /** Opens the example with its two mistakes, or shows the tab in which it is open. */
  async open(): Promise<void> {
    // A document outlives its tab for some minutes; the event and the new time make the editor read it again.
    if (!isInTab()) {
      this.writeFile(EXAMPLE, firstContent());
      this.#changed.fire([{ type: FileChangeType.Changed, uri: EXAMPLE }]);
    }
    await window.showTextDocument(await workspace.openTextDocument(EXAMPLE), { preview: false });
  }

  stat(uri: Uri): FileStat {
    mustBeExample(uri);
    return { type: FileType.File, ctime: 0, mtime: this.#changedAt, size: this.#content.length };
  }

  readFile(uri: Uri): Uint8Array {
    mustBeExample(uri);
    return this.#content;
  }

  writeFile(uri: Uri, content: Uint8Array): void {
    mustBeExample(uri);
    this.#content = content;
    this.#changedAt = Math.max(Date.now(), this.#changedAt + 1);
  }

  watch(): Disposable {
    return { dispose: () => {} };
  }

  readDirectory(): [string, FileType][] {
    return [];
  }

  createDirectory(): never {
    throw FileSystemError.NoPermissions();
  }

  delete(): never {
    throw FileSystemError.NoPermissions();
  }

  rename(): never {
    throw FileSystemError.NoPermissions();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const listener of this.#listeners) listener.dispose();
    this.#changed.dispose();
  }
}

function isInTab(): boolean {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === EXAMPLE.toString());
}

function mustBeExample(uri: Uri): void {
  if (uri.path !== EXAMPLE.path) throw FileSystemError.FileNotFound(uri);
}

function firstContent(): Uint8Array {
  return new TextEncoder().encode(exampleText());
}

function exampleText(): string {
  return `# ${l10n.t('Two mistakes that AWS would refuse at apply. Nothing here is saved to a file or applied.')}
resource "aws_ecr_repository" "orders" {
  name                 = "orders"
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "orders" {
  repository = aws_ecr_repository.orders.name

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "Expire untagged images after 14 days"
        selection = {
          tagStatus   = "untagged"
          countType   = "sinceImagePushed"
          countNumber = 14
        }
        action = { type = "expire" }
      },
      {
        rulePriority = 1
        description  = "Keep the newest 30 images"
        selection = {
          tagStatus   = "any"
          countType   = "imageCountMoreThan"
          countNumber = 30
        }
        action = { type = "expire" }
      },
    ]
  })
}
`;
}
