import { Position } from 'vscode';
import { isTextPosition } from '../../server/src/protocol/textPositions.ts';

/** The position in a protocol object; null for anything else. */
export function positionOf(place: unknown): Position | null {
  return isTextPosition(place) ? new Position(place.line, place.character) : null;
}
