import { element, fill } from '../dom.ts';
import type { Host } from '../host.ts';
import type { ViewState } from '../state.ts';
import type { ChangesContent } from './changes.ts';
import { createChanges } from './changes.ts';
import type { HeaderContent } from './header.ts';
import { createHeader } from './header.ts';
import type { ImagesContent, ImagesEvents } from './imagesBar.ts';
import { createImagesBar } from './imagesBar.ts';
import type { TableBarContent, TableBarEvents } from './tableBar.ts';
import { createTableBar } from './tableBar.ts';

/** The events of the controls. */
export interface ControlEvents extends ImagesEvents, TableBarEvents {
  readonly onOnlyChanges: (only: boolean) => void;
}

/** The texts around the picture. */
export interface ControlsContent extends HeaderContent, ImagesContent, ChangesContent, TableBarContent {
  readonly notes: readonly string[];
}

/** The parts of the page around picture and table. */
export interface Controls {
  readonly header: HTMLElement;
  readonly source: HTMLElement;
  readonly changes: HTMLElement;
  readonly tableBar: HTMLElement;
  readonly notes: HTMLElement;
  show(content: ControlsContent): void;
}

/** Makes the parts around picture and table. */
export function createControls(host: Host, state: ViewState, events: ControlEvents): Controls {
  const header = createHeader();
  const source = createImagesBar(host, events);
  const changes = createChanges(host, events.onOnlyChanges);
  const tableBar = createTableBar(state.search, events);
  const notes = element('footer', {});
  return {
    header: header.root,
    source: source.root,
    changes: changes.root,
    tableBar: tableBar.root,
    notes,
    show: (content) => {
      header.show(content);
      source.show(content);
      changes.show(content);
      tableBar.show(content);
      fill(
        notes,
        content.notes.filter((note) => note !== '').map((note) => element('p', { class: 'dim', text: note })),
      );
    },
  };
}
