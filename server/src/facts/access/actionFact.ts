/** The levels of access by which AWS groups actions. */
export type AccessLevel = 'Read' | 'Write' | 'List' | 'Permissions management' | 'Tagging';

/** An action that a policy may allow or deny. */
export interface ActionFact {
  readonly access: AccessLevel;
  /** Completes the sentence "It allows to …". */
  readonly does: string;
}

const at =
  (access: AccessLevel) =>
  (does: string): ActionFact => ({ access, does });

export const read = at('Read');
export const write = at('Write');
export const list = at('List');
export const permissions = at('Permissions management');
export const tagging = at('Tagging');
