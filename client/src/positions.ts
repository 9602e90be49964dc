import { Position } from 'vscode';

/** The position that the protocol's object says; null for anything else. */
export function positionOf(place: unknown): Position | null {
  const { line, character } = (place ?? {}) as { readonly line?: unknown; readonly character?: unknown };
  return typeof line === 'number' && typeof character === 'number' ? new Position(line, character) : null;
}
