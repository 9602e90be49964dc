import { Position } from 'vscode';
import { isTextPosition } from '../../server/src/protocol/textPositions.ts';

/** The position that the protocol's object says; null for anything else. */
export function positionOf(place: unknown): Position | null {
  return isTextPosition(place) ? new Position(place.line, place.character) : null;
}
